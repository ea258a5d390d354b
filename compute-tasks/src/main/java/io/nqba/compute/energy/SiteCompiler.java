package io.nqba.compute.energy;

import io.nqba.compute.kernel.flexible.FlexibleSite;
import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.optimisation.CoordinatedProblem;
import io.nqba.compute.optimisation.PartitionModel;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javax.cache.Cache;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Compiles the sites of a partition into the problems of their batteries, from rows that lie on this node. Thread-safe. */
final class SiteCompiler implements CoordinatedProblem.ModelSource {
    private static final int READ_AT_ONCE = 1_024;

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
        Map<String, SiteAssets> assets = sites.isEmpty() ? Map.of() : assetsOf(partition);
        for (Site site : sites) {
            PlannedSite plan = plan(site, assets.getOrDefault(site.siteId(), new SiteAssets()), problems);
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

    private Map<String, SiteAssets> assetsOf(int partition) {
        var assets = new HashMap<String, SiteAssets>();
        for (Cache.Entry<AssetKey, Asset> row : this.<AssetKey, Asset>rows(CacheNames.ASSET, partition)) {
            assets.computeIfAbsent(row.getKey().siteId(), id -> new SiteAssets())
                    .add(row.getKey().assetId(), row.getValue());
        }
        return assets;
    }

    /** Caches change hands one by one when nodes come and go, so the query goes to whoever owns the partition in this cache. */
    private <K, V> List<Cache.Entry<K, V>> rows(String cacheName, int partition) {
        var query = new ScanQuery<K, V>().setPartition(partition);
        try (var rows = ignite.<K, V>cache(cacheName).query(query)) {
            return rows.getAll();
        }
    }

    private @Nullable PlannedSite plan(Site site, SiteAssets assets, List<FieldProblem> problems) {
        List<Asset> batteries = assets.batteries();
        double[] net = net(site, problems);
        TariffPrices prices = prices(site, problems);
        if (batteries.size() > 1) {
            problems.add(twoBatteries(site, batteries.size()));
            return null;
        }
        var devices = new FlexibleDevices(site, window, market.district());
        assets.flexible().forEach(devices::add);
        if (!devices.problems().isEmpty()) {
            problems.addAll(devices.problems());
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
        return new PlannedSite(
                site,
                prices,
                new FlexibleSite(problem, devices.loads(), Fingerprint.of(site.siteId())),
                devices.assetIds());
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
        Arrays.fill(net, Double.NaN);
        for (int from = 0; from < net.length; from += READ_AT_ONCE) {
            read(site.siteId(), from, Math.min(net.length, from + READ_AT_ONCE), net);
        }
        int missing = 0;
        int firstMissing = -1;
        for (int t = 0; t < net.length; t++) {
            if (Double.isNaN(net[t])) {
                missing++;
                firstMissing = firstMissing < 0 ? t : firstMissing;
            }
        }
        if (missing == 0) {
            return net;
        }
        problems.add(missingRows(site, missing, firstMissing, problems.isEmpty()));
        return null;
    }

    /**
     * Reads through the cache, not past it: while partitions move, a look into this node's own rows can miss some although the
     * node is their owner.
     */
    private void read(String siteId, int from, int to, double[] net) {
        if (market.request().source() == EnergyRequest.Source.READINGS) {
            Set<MeterReadingKey> keys = keys(from, to, t -> new MeterReadingKey(siteId, window.startOf(t)));
            readings.getAll(keys).forEach((key, row) -> net[window.slotOf(key.startMillis())] = row.netKwh());
            return;
        }
        Set<ForecastKey> keys = keys(from, to, t -> new ForecastKey(siteId, window.startOf(t)));
        forecasts
                .getAll(keys)
                .forEach((key, row) -> net[window.slotOf(key.startMillis())] = row.loadKwh() - row.solarKwh());
    }

    private static <K> Set<K> keys(int from, int to, IntFunction<K> keyOfSlot) {
        Set<K> keys = new LinkedHashSet<>();
        for (int t = from; t < to; t++) {
            keys.add(keyOfSlot.apply(t));
        }
        return keys;
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
