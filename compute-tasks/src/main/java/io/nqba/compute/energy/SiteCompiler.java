package io.nqba.compute.energy;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.optimisation.CoordinatedProblem;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.Forecast;
import io.nqba.model.energy.ForecastKey;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.Site;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.CachePeekMode;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Compiles the sites of a partition into the problems of their batteries, from rows that lie on this node. Thread-safe. */
final class SiteCompiler implements CoordinatedProblem.ModelSource {
    private final Ignite ignite;
    private final MarketData market;
    private final SchedulingWindow window;
    private final IgniteCache<MeterReadingKey, MeterReading> readings;
    private final IgniteCache<ForecastKey, Forecast> forecasts;

    SiteCompiler(Ignite ignite, MarketData market) {
        this.ignite = ignite;
        this.market = market;
        this.window = market.window();
        this.readings = ignite.cache(CacheNames.METER_READING);
        this.forecasts = ignite.cache(CacheNames.FORECAST);
    }

    @Override
    public PartitionModel compile(int partition) {
        List<Site> sites = sitesOf(partition);
        var planned = new ArrayList<PlannedSite>(sites.size());
        var problems = new ArrayList<FieldProblem>();
        Map<String, List<Asset>> batteries = sites.isEmpty() ? Map.of() : batteriesOf(partition);
        for (Site site : sites) {
            PlannedSite plan = plan(site, batteries.getOrDefault(site.siteId(), List.of()), problems);
            if (plan != null) {
                planned.add(plan);
            }
        }
        return new SitePartition(market, planned, sites.size(), problems);
    }

    /** The order of the sites decides the order of sums, so it must not depend on the node. */
    private List<Site> sitesOf(int partition) {
        String districtId = market.district().districtId();
        var sites = new ArrayList<Site>();
        for (Cache.Entry<String, Site> row : this.<String, Site>rows(CacheNames.SITE, partition)) {
            if (row.getValue().districtId().equals(districtId)) {
                sites.add(row.getValue());
            }
        }
        sites.sort(Comparator.comparing(Site::siteId));
        return sites;
    }

    private Map<String, List<Asset>> batteriesOf(int partition) {
        var batteries = new HashMap<String, List<Asset>>();
        for (Cache.Entry<AssetKey, Asset> row : this.<AssetKey, Asset>rows(CacheNames.ASSET, partition)) {
            if (row.getValue().kind() == AssetKind.BATTERY) {
                batteries
                        .computeIfAbsent(row.getKey().siteId(), id -> new ArrayList<>())
                        .add(row.getValue());
            }
        }
        return batteries;
    }

    private <K, V> List<Cache.Entry<K, V>> rows(String cacheName, int partition) {
        var query = new ScanQuery<K, V>().setPartition(partition);
        query.setLocal(true);
        try (var rows = ignite.<K, V>cache(cacheName).query(query)) {
            return rows.getAll();
        }
    }

    private @Nullable PlannedSite plan(Site site, List<Asset> batteries, List<FieldProblem> problems) {
        double[] net = net(site, problems);
        TariffPrices prices = prices(site, problems);
        if (batteries.size() > 1) {
            problems.add(twoBatteries(site, batteries.size()));
            return null;
        }
        if (net == null || prices == null) {
            return null;
        }
        double hours = window.slotHours();
        double largest = Math.max(prices.largest(), market.capPenaltyPerKwh() / 10);
        var problem = new SiteProblem(
                net,
                prices.weightedImportPrice(),
                prices.exportPrice(),
                site.importLimitKw() * hours,
                site.exportLimitKw() * hours,
                SiteProblem.violationPriceFor(largest),
                batteries.isEmpty() ? Battery.NONE : battery(batteries.get(0), hours));
        return new PlannedSite(site, prices, problem);
    }

    private @Nullable TariffPrices prices(Site site, List<FieldProblem> problems) {
        try {
            return market.prices(site.tariffId());
        } catch (NqbaException refusal) {
            problems.addAll(refusal.fields());
            return null;
        }
    }

    private static Battery battery(Asset asset, double hours) {
        return new Battery(
                asset.capacityKwh(),
                asset.powerKw() * hours,
                asset.powerKw() * hours,
                asset.chargeEfficiency(),
                asset.dischargeEfficiency(),
                asset.initialSocKwh(),
                0,
                asset.wearPerKwh());
    }

    /** Returns load minus PV per slot, or null after reporting which slots have no row. */
    private double @Nullable [] net(Site site, List<FieldProblem> problems) {
        double[] net = new double[window.slots()];
        int missing = 0;
        int firstMissing = -1;
        for (int t = 0; t < net.length; t++) {
            double value = netAt(site.siteId(), window.startOf(t));
            if (Double.isNaN(value)) {
                missing++;
                firstMissing = firstMissing < 0 ? t : firstMissing;
            }
            net[t] = value;
        }
        if (missing == 0) {
            return net;
        }
        problems.add(missingRows(site, missing, firstMissing, problems.isEmpty()));
        return null;
    }

    private double netAt(String siteId, long startMillis) {
        if (market.request().source() == EnergyRequest.Source.READINGS) {
            MeterReading row = readings.localPeek(new MeterReadingKey(siteId, startMillis), CachePeekMode.PRIMARY);
            return row == null ? Double.NaN : row.netKwh();
        }
        Forecast row = forecasts.localPeek(new ForecastKey(siteId, startMillis), CachePeekMode.PRIMARY);
        return row == null ? Double.NaN : row.loadKwh() - row.solarKwh();
    }

    private FieldProblem missingRows(Site site, int missing, int firstMissing, boolean tellRange) {
        boolean measured = market.request().source() == EnergyRequest.Source.READINGS;
        String rows = measured ? "readings" : "forecasts";
        String range = tellRange ? " " + new CoveredRange(ignite, measured).of(site.siteId(), window) : "";
        return new FieldProblem(
                "startMillis",
                window.clock(0),
                "Site %s has no %s for %d of %d slots, the first at %s.%s"
                        .formatted(site.siteId(), rows, missing, window.slots(), window.clock(firstMissing), range),
                "Choose a window that the %s cover, or load the missing ones.".formatted(rows));
    }

    private static FieldProblem twoBatteries(Site site, int count) {
        return new FieldProblem(
                "districtId",
                site.districtId(),
                "Site %s has %d batteries; one per site is supported.".formatted(site.siteId(), count),
                "Enter them as one battery with their summed capacity and power.");
    }
}
