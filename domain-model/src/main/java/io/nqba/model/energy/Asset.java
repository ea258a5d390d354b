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
        this.kind = kind;
        this.capacityKwh = Require.notNegative("capacityKwh", capacityKwh, "kWh");
        this.powerKw = Require.notNegative("powerKw", powerKw, "kW");
        this.chargeEfficiency = Require.fraction("chargeEfficiency", chargeEfficiency);
        this.dischargeEfficiency = Require.fraction("dischargeEfficiency", dischargeEfficiency);
        this.initialSocKwh = Require.notNegative("initialSocKwh", initialSocKwh, "kWh");
        this.wearPerKwh = Require.notNegative("wearPerKwh", wearPerKwh, "per kWh");
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Asset that
                && kind == that.kind
                && Double.compare(capacityKwh, that.capacityKwh) == 0
                && Double.compare(powerKw, that.powerKw) == 0
                && Double.compare(chargeEfficiency, that.chargeEfficiency) == 0
                && Double.compare(dischargeEfficiency, that.dischargeEfficiency) == 0
                && Double.compare(initialSocKwh, that.initialSocKwh) == 0
                && Double.compare(wearPerKwh, that.wearPerKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                kind, capacityKwh, powerKw, chargeEfficiency, dischargeEfficiency, initialSocKwh, wearPerKwh);
    }

    @Override
    public String toString() {
        return "Asset[%s, %s, %s, %s, %s]".formatted(kind, capacityKwh, powerKw, chargeEfficiency, dischargeEfficiency);
    }
}
