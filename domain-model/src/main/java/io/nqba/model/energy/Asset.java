package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A device at a site. Use the factory of its kind; what a kind does not have is 0. */
public final class Asset {
    @QuerySqlField(name = "KIND", index = true)
    private final AssetKind kind;

    @QuerySqlField(name = "CAPACITY_KWH")
    private final double capacityKwh;

    @QuerySqlField(name = "POWER_KW")
    private final double powerKw;

    @QuerySqlField(name = "CHARGE_EFFICIENCY")
    private final double chargeEfficiency;

    @QuerySqlField(name = "DISCHARGE_EFFICIENCY")
    private final double dischargeEfficiency;

    @QuerySqlField(name = "INITIAL_SOC_KWH")
    private final double initialSocKwh;

    @QuerySqlField(name = "WEAR_PER_KWH")
    private final double wearPerKwh;

    @QuerySqlField(name = "MIN_POWER_KW")
    private final double minPowerKw;

    @QuerySqlField(name = "ENERGY_KWH")
    private final double energyKwh;

    @QuerySqlField(name = "RUN_MINUTES")
    private final int runMinutes;

    @QuerySqlField(name = "EARLIEST_MINUTE")
    private final int earliestMinute;

    @QuerySqlField(name = "LATEST_MINUTE")
    private final int latestMinute;

    @QuerySqlField(name = "DIVISIBLE")
    private final boolean divisible;

    /**
     * @param kind what it is
     * @param capacityKwh usable energy of a battery, kWh
     * @param powerKw largest power, kW; nominal power of a PV plant
     * @param chargeEfficiency share of the energy drawn that arrives in the store, 0..1
     * @param dischargeEfficiency share of the energy taken from the store that arrives at the site, 0..1
     * @param initialSocKwh energy in the store at the beginning of a schedule, kWh, at most the capacity
     * @param wearPerKwh cost of wear per kWh charged or discharged, measured at the site side of the battery, currency of the tariff
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Asset(
            AssetKind kind,
            double capacityKwh,
            double powerKw,
            double chargeEfficiency,
            double dischargeEfficiency,
            double initialSocKwh,
            double wearPerKwh) {
        this(
                kind,
                capacityKwh,
                powerKw,
                chargeEfficiency,
                dischargeEfficiency,
                initialSocKwh,
                wearPerKwh,
                DailyUse.NONE);
    }

    private Asset(
            AssetKind kind,
            double capacityKwh,
            double powerKw,
            double chargeEfficiency,
            double dischargeEfficiency,
            double initialSocKwh,
            double wearPerKwh,
            DailyUse use) {
        this.kind = kind;
        this.capacityKwh = Require.notNegative("capacityKwh", capacityKwh, "kWh");
        this.powerKw = Require.notNegative("powerKw", powerKw, "kW");
        this.chargeEfficiency = Require.fraction("chargeEfficiency", chargeEfficiency);
        this.dischargeEfficiency = Require.fraction("dischargeEfficiency", dischargeEfficiency);
        this.initialSocKwh = Require.notNegative("initialSocKwh", initialSocKwh, "kWh");
        this.wearPerKwh = Require.notNegative("wearPerKwh", wearPerKwh, "per kWh");
        this.minPowerKw = use.minPowerKw();
        this.energyKwh = use.energyKwh();
        this.runMinutes = use.runMinutes();
        this.earliestMinute = use.earliestMinute();
        this.latestMinute = use.latestMinute();
        this.divisible = use.divisible();
    }

    public AssetKind kind() {
        return kind;
    }

    public double capacityKwh() {
        return capacityKwh;
    }

    public double powerKw() {
        return powerKw;
    }

    public double chargeEfficiency() {
        return chargeEfficiency;
    }

    public double dischargeEfficiency() {
        return dischargeEfficiency;
    }

    public double initialSocKwh() {
        return initialSocKwh;
    }

    public double wearPerKwh() {
        return wearPerKwh;
    }

    /** Returns the least power of a charger that charges, kW. */
    public double minPowerKw() {
        return minPowerKw;
    }

    /** Returns the energy that a car needs in its battery per day, kWh. */
    public double energyKwh() {
        return energyKwh;
    }

    /** Returns how long an appliance runs per day, minutes. */
    public int runMinutes() {
        return runMinutes;
    }

    /** Returns the beginning of the daily window, minutes after local midnight. */
    public int earliestMinute() {
        return earliestMinute;
    }

    /** Returns the end of the daily window, minutes after the same midnight; above 1,440 it ends on the next day. */
    public int latestMinute() {
        return latestMinute;
    }

    /** Returns whether an appliance may pause between its slots. */
    public boolean divisible() {
        return divisible;
    }

    /** Returns whether it is a load that a schedule may shift. */
    public boolean isFlexible() {
        return latestMinute > 0;
    }

    /** Returns a battery. Efficiencies are one way and greater than 0. */
    public static Asset battery(
            double capacityKwh,
            double powerKw,
            double chargeEfficiency,
            double dischargeEfficiency,
            double initialSocKwh,
            double wearPerKwh) {
        if (initialSocKwh > capacityKwh) {
            throw new IllegalArgumentException("The initialSocKwh (%s kWh) must not exceed the capacityKwh (%s kWh)."
                    .formatted(initialSocKwh, capacityKwh));
        }
        Require.positive("chargeEfficiency", chargeEfficiency, "");
        Require.positive("dischargeEfficiency", dischargeEfficiency, "");
        return new Asset(
                AssetKind.BATTERY,
                capacityKwh,
                powerKw,
                chargeEfficiency,
                dischargeEfficiency,
                initialSocKwh,
                wearPerKwh);
    }

    /** Returns a photovoltaic plant of a nominal power. */
    public static Asset solar(double nominalKw) {
        return new Asset(AssetKind.SOLAR, 0, nominalKw, 0, 0, 0, 0);
    }

    /**
     * Returns a charger whose car needs energy every day.
     *
     * @param powerKw largest power, kW, more than 0
     * @param minPowerKw least power while it charges, kW, at most the largest one; below it the car takes nothing
     * @param efficiency share of the energy drawn that arrives in the car, more than 0
     * @param energyKwh energy that the car needs, kWh, more than 0
     * @param arrivalMinute arrival, minutes after local midnight, 0..1439
     * @param departureMinute departure, minutes after the same midnight, at most a day after the arrival
     * @throws IllegalArgumentException if a value is outside its range or the energy cannot be delivered; the text names it
     */
    public static Asset evCharger(
            double powerKw,
            double minPowerKw,
            double efficiency,
            double energyKwh,
            int arrivalMinute,
            int departureMinute) {
        DailyUse use = DailyUse.ofCar(powerKw, minPowerKw, efficiency, energyKwh, arrivalMinute, departureMinute);
        return new Asset(AssetKind.EV_CHARGER, 0, powerKw, efficiency, 0, 0, 0, use);
    }

    /**
     * Returns an appliance that runs once every day.
     *
     * @param powerKw power while it runs, kW, more than 0
     * @param runMinutes how long it runs, minutes, more than 0
     * @param earliestMinute earliest start, minutes after local midnight, 0..1439
     * @param latestMinute latest end, minutes after the same midnight, at most a day after the earliest start
     * @param divisible whether it may pause; false for one that runs as one block
     * @throws IllegalArgumentException if a value is outside its range or the window is shorter than the run; the text names it
     */
    public static Asset appliance(
            double powerKw, int runMinutes, int earliestMinute, int latestMinute, boolean divisible) {
        DailyUse use = DailyUse.ofAppliance(powerKw, runMinutes, earliestMinute, latestMinute, divisible);
        return new Asset(AssetKind.LOAD, 0, powerKw, 0, 0, 0, 0, use);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Asset that
                && kind == that.kind
                && Double.compare(capacityKwh, that.capacityKwh) == 0
                && Double.compare(powerKw, that.powerKw) == 0
                && Double.compare(chargeEfficiency, that.chargeEfficiency) == 0
                && Double.compare(dischargeEfficiency, that.dischargeEfficiency) == 0
                && Double.compare(initialSocKwh, that.initialSocKwh) == 0
                && Double.compare(wearPerKwh, that.wearPerKwh) == 0
                && Double.compare(minPowerKw, that.minPowerKw) == 0
                && Double.compare(energyKwh, that.energyKwh) == 0
                && runMinutes == that.runMinutes
                && earliestMinute == that.earliestMinute
                && latestMinute == that.latestMinute
                && divisible == that.divisible;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                kind,
                capacityKwh,
                powerKw,
                chargeEfficiency,
                dischargeEfficiency,
                initialSocKwh,
                wearPerKwh,
                minPowerKw,
                energyKwh,
                runMinutes,
                earliestMinute,
                latestMinute,
                divisible);
    }

    @Override
    public String toString() {
        return "Asset[%s, %s, %s, %s, %s]".formatted(kind, capacityKwh, powerKw, chargeEfficiency, dischargeEfficiency);
    }
}
