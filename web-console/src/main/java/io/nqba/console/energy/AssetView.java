package io.nqba.console.energy;

import io.nqba.model.energy.Asset;
import io.nqba.model.energy.AssetKind;

/**
 * A device at a site; what its kind does not have is 0.
 *
 * @param capacityKwh usable energy of a battery, kWh
 * @param powerKw largest power, or nominal power of a PV plant, kW
 * @param chargeEfficiency one way, 0..1
 * @param dischargeEfficiency one way, 0..1
 * @param initialSocKwh energy in the store at the beginning of a schedule, kWh
 * @param wearPerKwh cost of wear per kWh charged or discharged, currency
 * @param minPowerKw least power of a charger that charges, kW
 * @param energyKwh energy that a car needs every day, kWh
 * @param runMinutes how long an appliance runs every day, minutes
 * @param earliestMinute beginning of the daily window, minutes after local midnight
 * @param latestMinute end of the daily window, minutes after the same midnight; 0 where nothing is flexible
 * @param divisible whether an appliance may pause
 */
public record AssetView(
        String id,
        AssetKind kind,
        double capacityKwh,
        double powerKw,
        double chargeEfficiency,
        double dischargeEfficiency,
        double initialSocKwh,
        double wearPerKwh,
        double minPowerKw,
        double energyKwh,
        int runMinutes,
        int earliestMinute,
        int latestMinute,
        boolean divisible) {
    /** A device that no schedule shifts. */
    public AssetView(
            String id,
            AssetKind kind,
            double capacityKwh,
            double powerKw,
            double chargeEfficiency,
            double dischargeEfficiency,
            double initialSocKwh,
            double wearPerKwh) {
        this(
                id,
                kind,
                capacityKwh,
                powerKw,
                chargeEfficiency,
                dischargeEfficiency,
                initialSocKwh,
                wearPerKwh,
                0,
                0,
                0,
                0,
                0,
                false);
    }

    /** Returns the view of an asset. */
    public static AssetView of(String id, Asset asset) {
        return new AssetView(
                id,
                asset.kind(),
                asset.capacityKwh(),
                asset.powerKw(),
                asset.chargeEfficiency(),
                asset.dischargeEfficiency(),
                asset.initialSocKwh(),
                asset.wearPerKwh(),
                asset.minPowerKw(),
                asset.energyKwh(),
                asset.runMinutes(),
                asset.earliestMinute(),
                asset.latestMinute(),
                asset.divisible());
    }

    /** Returns whether a schedule may shift it. */
    public boolean flexible() {
        return latestMinute > 0;
    }
}
