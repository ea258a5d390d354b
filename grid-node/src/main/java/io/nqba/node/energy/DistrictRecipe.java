package io.nqba.node.energy;

import io.nqba.model.error.Require;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What to generate. Equal recipes give equal districts, bit by bit.
 *
 * @param districtId lower-case letters, digits and hyphens; the beginning of every id of the district
 * @param name what people call it
 * @param sites number of homes, 1..1,000,000
 * @param seed of everything random
 * @param zone time zone of the district's days, hours and sun
 * @param demandChargePerKw charge on the highest import of a window, USD per kW
 * @param exportPricePerKwh pay for energy fed in, USD per kWh, at most {@value TimeOfUse#LOWEST_PRICE}
 * @param variety false for the same battery everywhere, as in the real set; true for three sizes with wear
 * @param flexible whether some homes have cars, dishwashers and pool pumps that a schedule may shift
 */
public record DistrictRecipe(
        String districtId,
        String name,
        int sites,
        long seed,
        ZoneId zone,
        double demandChargePerKw,
        double exportPricePerKwh,
        boolean variety,
        boolean flexible) {
    /** Generated homes pay Californian prices, so they live by Californian clocks. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Los_Angeles");

    /** 10 USD a month and kW, cut to a week: a typical commercial demand charge over the window most runs look at. */
    public static final double DEFAULT_DEMAND_CHARGE_PER_KW = 2.3333;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final double DEFAULT_EXPORT_PRICE_PER_KWH = 0.05;

    public DistrictRecipe {
        if (!ID.matcher(districtId).matches()) {
            throw new IllegalArgumentException(
                    "The districtId (%s) must be lower-case letters, digits and single hyphens.".formatted(districtId));
        }
        Require.text("name", name);
        Require.within("sites", sites, 1, 1_000_000);
        Require.finite(
                "demandChargePerKw", Require.notNegative("demandChargePerKw", demandChargePerKw, "per kW"), "per kW");
        if (!(exportPricePerKwh >= 0 && exportPricePerKwh <= TimeOfUse.LOWEST_PRICE)) {
            throw new IllegalArgumentException(
                    "The exportPricePerKwh (%s) must lie between 0 and the lowest import price (%s)."
                            .formatted(exportPricePerKwh, TimeOfUse.LOWEST_PRICE));
        }
    }

    /** Returns a district like the real ones in all but its size. */
    public static DistrictRecipe of(String districtId, String name, int sites, long seed) {
        return new DistrictRecipe(
                districtId,
                name,
                sites,
                seed,
                DEFAULT_ZONE,
                DEFAULT_DEMAND_CHARGE_PER_KW,
                DEFAULT_EXPORT_PRICE_PER_KWH,
                false,
                false);
    }

    /** Returns the same district by other clocks. */
    public DistrictRecipe in(String zoneId) {
        try {
            return new DistrictRecipe(
                    districtId,
                    name,
                    sites,
                    seed,
                    ZoneId.of(zoneId),
                    demandChargePerKw,
                    exportPricePerKwh,
                    variety,
                    flexible);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The time zone (%s) must be an IANA name such as Europe/Berlin.".formatted(zoneId), e);
        }
    }

    /** Returns the same homes with cars and appliances in some of them; their readings stay those of the rest of the home. */
    public DistrictRecipe withFlexibleDevices() {
        return new DistrictRecipe(
                districtId, name, sites, seed, zone, demandChargePerKw, exportPricePerKwh, variety, true);
    }
}
