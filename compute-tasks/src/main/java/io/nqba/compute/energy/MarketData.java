package io.nqba.compute.energy;

import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.energy.District;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.GridCarbon;
import io.nqba.model.energy.GridCarbonKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.energy.Tariff;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;

/**
 * What all sites of a district share in a window: prices, carbon, caps. Read once per run and node from replicated caches, checked
 * as it is read. Thread-safe.
 */
final class MarketData {
    private static final String READ_ELSEWHERE = "Choose a window that the data covers, or load the missing %s.";

    private final Ignite ignite;
    private final EnergyRequest request;
    private final District district;
    private final SchedulingWindow window;
    private final DistrictCaps caps;
    private final double[] carbonKgPerKwh;
    private final Map<String, TariffPrices> prices = new ConcurrentHashMap<>();

    private MarketData(Ignite ignite, EnergyRequest request, District district) {
        this.ignite = ignite;
        this.request = request;
        this.district = district;
        this.window = new SchedulingWindow(request, district);
        this.caps = new DistrictCaps(ignite, district.districtId(), window);
        this.carbonKgPerKwh = readCarbon();
    }

    /**
     * Reads what the request needs.
     *
     * @throws NqbaException naming the field of the request that does not fit the data
     */
    static MarketData read(Ignite ignite, EnergyRequest request) {
        District district = ignite.<String, District>cache(CacheNames.DISTRICT).get(request.districtId());
        if (district == null) {
            throw unknownDistrict(ignite, request.districtId());
        }
        return new MarketData(ignite, request, district);
    }

    EnergyRequest request() {
        return request;
    }

    District district() {
        return district;
    }

    SchedulingWindow window() {
        return window;
    }

    /** Returns the carbon intensity, shape {@code [slots]}, kg per kWh; the array itself. */
    double[] carbonKgPerKwh() {
        return carbonKgPerKwh;
    }

    /** Returns the currency of the district's tariff, in which all sites must pay. */
    String currency() {
        return tariff(district.tariffId()).currency();
    }

    /**
     * Returns the prices of a tariff.
     *
     * @throws NqbaException if the tariff is unknown, pays in another currency, or has slots without a usable price
     */
    TariffPrices prices(String tariffId) {
        return prices.computeIfAbsent(tariffId, this::readPrices);
    }

    /** Returns what the sites share, caps in kWh per slot and charges per kWh of the highest slot; no rows when they share nothing. */
    SharedLimits limits() {
        double[] cap = caps.capKwh(events());
        boolean coupled = peakChargePerKwh() > 0 || Arrays.stream(cap).anyMatch(Double::isFinite);
        return new SharedLimits(coupled ? cap : new double[0], peakChargePerKwh(), capPenaltyPerKwh());
    }

    /** Returns the charge on one more kWh in the highest slot. */
    double peakChargePerKwh() {
        return request.demandChargePerKw() / window.slotHours();
    }

    /** More than a kWh under a cap can ever be worth: the dearest price, battery losses and the peak charge together. */
    double capPenaltyPerKwh() {
        return 2 * peakChargePerKwh()
                + 10 * Math.max(1, prices(district.tariffId()).largest());
    }

    /** Returns the demand-response events that cap the window, earliest first; none when the request ignores them. */
    List<DemandResponseEvent> events() {
        return request.demandResponse() ? caps.events() : List.of();
    }

    /** Refuses a start between two slots. */
    void refuseOffGrid() {
        long offset = Math.floorMod(request.startMillis(), window.slotMillis());
        if (offset == 0) {
            return;
        }
        long before = request.startMillis() - offset;
        throw refused(
                "startMillis",
                window.clock(request.startMillis()),
                "The start (%s) does not lie on the %d-minute grid of district %s."
                        .formatted(
                                window.clock(request.startMillis()), district.intervalMinutes(), district.districtId()),
                "Start at %s or %s.".formatted(window.clock(before), window.clock(before + window.slotMillis())));
    }

    private double[] readCarbon() {
        double[] carbon = new double[window.slots()];
        if (request.carbonWeightPerKg() == 0 && !hasCarbon()) {
            return carbon;
        }
        Map<GridCarbonKey, GridCarbon> rows =
                read(CacheNames.GRID_CARBON, t -> new GridCarbonKey(district.carbonZoneId(), window.startOf(t)));
        for (int t = 0; t < carbon.length; t++) {
            GridCarbon row = rows.get(new GridCarbonKey(district.carbonZoneId(), window.startOf(t)));
            if (row != null) {
                carbon[t] = row.kgPerKwh();
            } else if (request.carbonWeightPerKg() > 0) {
                throw noData("carbon intensity of zone " + district.carbonZoneId(), t, "carbon intensity");
            }
        }
        return carbon;
    }

    private boolean hasCarbon() {
        return ignite.cache(CacheNames.GRID_CARBON)
                .containsKey(new GridCarbonKey(district.carbonZoneId(), window.startOf(0)));
    }

    private TariffPrices readPrices(String tariffId) {
        Tariff tariff = tariff(tariffId);
        if (!tariff.currency().equals(currency())) {
            throw refused(
                    "districtId",
                    district.districtId(),
                    "The tariff (%s) is in %s, the district in %s.".formatted(tariffId, tariff.currency(), currency()),
                    "Give all sites of the district tariffs of one currency.");
        }
        Map<PriceSignalKey, PriceSignal> rows =
                read(CacheNames.PRICE_SIGNAL, t -> new PriceSignalKey(tariffId, window.startOf(t)));
        int slots = window.slots();
        double[] importPrice = new double[slots];
        double[] exportPrice = new double[slots];
        double[] weighted = new double[slots];
        for (int t = 0; t < slots; t++) {
            PriceSignal row = rows.get(new PriceSignalKey(tariffId, window.startOf(t)));
            if (row == null) {
                throw noData("price of tariff " + tariffId, t, "prices");
            }
            importPrice[t] = row.importPricePerKwh();
            exportPrice[t] = row.exportPricePerKwh();
            weighted[t] = importPrice[t] + request.carbonWeightPerKg() * carbonKgPerKwh[t];
            refuseMoneyPress(tariffId, row, t);
        }
        return new TariffPrices(importPrice, exportPrice, weighted);
    }

    /** Where feeding in pays more than drawing costs, energy could be sold that was only just bought, without limit in sense. */
    private void refuseMoneyPress(String tariffId, PriceSignal row, int slot) {
        if (row.exportPricePerKwh() <= row.importPricePerKwh()) {
            return;
        }
        throw refused(
                "startMillis",
                window.clock(slot),
                "The export price (%s per kWh) of tariff %s is above its import price (%s per kWh) at %s."
                        .formatted(row.exportPricePerKwh(), tariffId, row.importPricePerKwh(), window.clock(slot)),
                "Correct the price signal so that feeding in pays at most what drawing costs.");
    }

    private Tariff tariff(String tariffId) {
        Tariff tariff = ignite.<String, Tariff>cache(CacheNames.TARIFF).get(tariffId);
        if (tariff == null) {
            throw refused(
                    "districtId",
                    district.districtId(),
                    "The tariff (%s) that district %s or a site of it pays does not exist."
                            .formatted(tariffId, district.districtId()),
                    "Load that tariff, or give the district another one.");
        }
        return tariff;
    }

    private <K, V> Map<K, V> read(String cacheName, IntFunction<K> keyOfSlot) {
        Set<K> keys = new LinkedHashSet<>();
        for (int t = 0; t < window.slots(); t++) {
            keys.add(keyOfSlot.apply(t));
        }
        return ignite.<K, V>cache(cacheName).getAll(keys);
    }

    private NqbaException noData(String what, int slot, String plural) {
        return refused(
                "startMillis",
                window.clock(0),
                "There is no %s for %s (slot %d of %d).".formatted(what, window.clock(slot), slot + 1, window.slots()),
                READ_ELSEWHERE.formatted(plural));
    }

    private static NqbaException unknownDistrict(Ignite ignite, String districtId) {
        var known = new TreeMap<String, District>();
        try (var rows = ignite.<String, District>cache(CacheNames.DISTRICT).query(new ScanQuery<String, District>())) {
            rows.forEach(row -> known.put(row.getKey(), row.getValue()));
        }
        String remedy = known.isEmpty()
                ? "Load a district first."
                : "Use one of: %s."
                        .formatted(String.join(
                                ", ", known.keySet().stream().limit(10).toList()));
        return refused("districtId", districtId, "There is no district (%s).".formatted(districtId), remedy);
    }

    private static NqbaException refused(String field, String value, String problem, String remedy) {
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                null);
    }
}
