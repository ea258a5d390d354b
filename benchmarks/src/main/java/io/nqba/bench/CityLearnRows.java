package io.nqba.bench;

import io.nqba.compute.kernel.storage.Battery;
import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.District;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.MeterReadingKey;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.PriceSignalKey;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.Tariff;
import io.nqba.model.grid.CacheNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.ignite.Ignite;

/** Puts the seventeen homes into a grid. What a home uses and makes is stored as its net, which is all that a schedule needs. */
final class CityLearnRows {
    private static final String DISTRICT = "citylearn";
    private static final long START = Instant.parse("2021-08-01T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    private final CityLearn homes;

    CityLearnRows(CityLearn homes) {
        this.homes = homes;
    }

    /** A request for a window that begins at an hour of the set. */
    static EnergyRequest request(int fromHour, int slots, double demandChargePerKw) {
        return new EnergyRequest(
                DISTRICT,
                START + fromHour * HOUR,
                slots,
                EnergyRequest.Source.READINGS,
                demandChargePerKw,
                0,
                false,
                1e-4,
                300,
                300_000);
    }

    void load(Ignite ignite) {
        ignite.cache(CacheNames.DISTRICT)
                .put(DISTRICT, new District(DISTRICT, "CityLearn 2022", "tou", "zone", "UTC", 60));
        ignite.cache(CacheNames.TARIFF).put("tou", new Tariff("tou", "Time of use", "USD", 0));
        Map<Object, Object> prices = new HashMap<>();
        double[] price = homes.site(0, 0, homes.hours()).importPrice();
        for (int t = 0; t < price.length; t++) {
            prices.put(new PriceSignalKey("tou", START + t * HOUR), new PriceSignal(price[t], 0));
        }
        ignite.cache(CacheNames.PRICE_SIGNAL).putAll(prices);
        for (int home = 0; home < CityLearn.HOMES; home++) {
            load(ignite, home);
        }
    }

    private void load(Ignite ignite, int home) {
        String siteId = "home-%02d".formatted(home + 1);
        double unlimited = Double.POSITIVE_INFINITY;
        ignite.cache(CacheNames.SITE)
                .put(siteId, new Site(siteId, DISTRICT, "Building " + (home + 1), "tou", unlimited, unlimited));
        SiteProblem problem = homes.site(home, 0, homes.hours());
        Battery battery = problem.battery();
        ignite.cache(CacheNames.ASSET)
                .put(
                        new AssetKey(siteId, "battery"),
                        Asset.battery(
                                battery.capacityKwh(),
                                battery.chargeKwh(),
                                battery.chargeEfficiency(),
                                battery.dischargeEfficiency(),
                                battery.initialKwh(),
                                battery.wearPerKwh()));
        Map<Object, Object> readings = new HashMap<>();
        double[] net = problem.netLoadKwh();
        for (int t = 0; t < net.length; t++) {
            readings.put(
                    new MeterReadingKey(siteId, START + t * HOUR),
                    new MeterReading(Math.max(0, net[t]), Math.max(0, -net[t])));
        }
        ignite.cache(CacheNames.METER_READING).putAll(readings);
    }
}
