package io.nqba.node.energy;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKey;
import io.nqba.model.energy.District;
import io.nqba.model.energy.GridCarbon;
import io.nqba.model.energy.MeterReading;
import io.nqba.model.energy.PriceSignal;
import io.nqba.model.energy.Site;
import io.nqba.model.energy.Tariff;
import io.nqba.node.load.Dice;
import io.nqba.node.load.Dice.Purpose;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Makes a district from its recipe, piece by piece: nothing is kept but a cache of weather. Sites are independent of each
 * other, so a district of any size is made lazily and in parallel. Safe for several threads.
 */
public final class DistrictGenerator {
    /** Metering interval of generated districts, minutes. */
    public static final int INTERVAL_MINUTES = 60;

    /** Battery of the CityLearn 2022 homes: 6.4 kWh, 5 kW, 0.9 there and back. */
    private static final double CAPACITY_KWH = 6.4;

    private static final double POWER_KW = 5.0;
    private static final double ONE_WAY_EFFICIENCY = Math.sqrt(0.9);

    /** Three phases of 25 A at 230 V; a home's highest use plus its battery stay below. */
    private static final double IMPORT_LIMIT_KW = 17.25;

    private static final double EXPORT_LIMIT_KW = 10.0;
    private static final double[] SIZES = {1.0, 1.5, 2.0};

    private final DistrictRecipe recipe;
    private final Weather weather;
    private final CarbonCurve carbon;

    public DistrictGenerator(DistrictRecipe recipe) {
        this.recipe = recipe;
        this.weather = new Weather(recipe.seed(), recipe.zone());
        this.carbon = new CarbonCurve(recipe.seed());
    }

    public DistrictRecipe recipe() {
        return recipe;
    }

    public String tariffId() {
        return recipe.districtId() + "-time-of-use";
    }

    public String carbonZoneId() {
        return recipe.districtId() + "-grid";
    }

    public District district() {
        return new District(
                recipe.districtId(),
                recipe.name(),
                tariffId(),
                carbonZoneId(),
                recipe.zone().getId(),
                INTERVAL_MINUTES);
    }

    public Tariff tariff() {
        return new Tariff(tariffId(), recipe.name() + " time of use", "USD", recipe.demandChargePerKw());
    }

    /** Returns the id of a site, 0-based index; ids sort as their indexes do. */
    public String siteId(int index) {
        int digits = Math.max(3, Integer.toString(recipe.sites()).length());
        return "%s-%s".formatted(recipe.districtId(), padded(index + 1, digits));
    }

    private static String padded(int number, int digits) {
        return ("%0" + digits + "d").formatted(number);
    }

    public Site site(int index) {
        return new Site(
                siteId(index),
                recipe.districtId(),
                "%s home %d".formatted(recipe.name(), index + 1),
                tariffId(),
                IMPORT_LIMIT_KW,
                EXPORT_LIMIT_KW);
    }

    /** Returns the battery and the PV plant of a site, and its car and appliances where the recipe asks for them. */
    public Map<AssetKey, Asset> assets(int index) {
        Map<AssetKey, Asset> assets = new LinkedHashMap<>();
        assets.put(new AssetKey(siteId(index), "battery"), battery(index));
        assets.put(
                new AssetKey(siteId(index), "solar"),
                Asset.solar(Home.at(recipe.seed(), index).solarKw()));
        if (recipe.flexible()) {
            HomeDevices.at(recipe.seed(), index)
                    .forEach((id, device) -> assets.put(new AssetKey(siteId(index), id), device));
        }
        return assets;
    }

    private Asset battery(int index) {
        if (!recipe.variety()) {
            return Asset.battery(CAPACITY_KWH, POWER_KW, ONE_WAY_EFFICIENCY, ONE_WAY_EFFICIENCY, 0, 0);
        }
        SplittableRandom dice = Dice.at(recipe.seed(), Purpose.HOME, index, 1);
        double capacity = CAPACITY_KWH * SIZES[dice.nextInt(SIZES.length)];
        double efficiency = dice.nextDouble(0.93, 0.97);
        return Asset.battery(capacity, POWER_KW, efficiency, efficiency, 0, 0.01);
    }

    /** Returns the meter of a site: from the beginning of an hour to its reading. One per thread. */
    public Function<Instant, MeterReading> meter(int index) {
        return new HomeMeter(recipe.seed(), index, weather, recipe.zone())::reading;
    }

    public PriceSignal price(Instant start) {
        return new PriceSignal(TimeOfUse.importPrice(start.atZone(recipe.zone())), recipe.exportPricePerKwh());
    }

    public GridCarbon carbon(Instant start) {
        return new GridCarbon(carbon.kgPerKwh(start.atZone(recipe.zone())));
    }
}
