package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What the battery of a site shall do in one interval, and what the site then exchanges with the grid. */
public final class Schedule {
    @QuerySqlField(name = "CHARGE_KWH")
    private final double chargeKwh;

    @QuerySqlField(name = "DISCHARGE_KWH")
    private final double dischargeKwh;

    @QuerySqlField(name = "SOC_KWH")
    private final double socKwh;

    @QuerySqlField(name = "IMPORT_KWH")
    private final double importKwh;

    @QuerySqlField(name = "EXPORT_KWH")
    private final double exportKwh;

    @QuerySqlField(name = "NET_BEFORE_KWH")
    private final double netBeforeKwh;

    /**
     * @param chargeKwh energy into the battery, measured at the site, kWh per interval
     * @param dischargeKwh energy from the battery, measured at the site, kWh per interval
     * @param socKwh energy in the store at the end of the interval, kWh
     * @param importKwh energy drawn from the grid, kWh per interval
     * @param exportKwh energy fed into the grid, kWh per interval
     * @param netBeforeKwh load minus PV plus flexible devices that run as soon as they may: what the site exchanges without battery and plan, kWh per
     *     interval
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Schedule(
            double chargeKwh,
            double dischargeKwh,
            double socKwh,
            double importKwh,
            double exportKwh,
            double netBeforeKwh) {
        this.chargeKwh = Require.notNegative("chargeKwh", chargeKwh, "kWh");
        this.dischargeKwh = Require.notNegative("dischargeKwh", dischargeKwh, "kWh");
        this.socKwh = Require.notNegative("socKwh", socKwh, "kWh");
        this.importKwh = Require.notNegative("importKwh", importKwh, "kWh");
        this.exportKwh = Require.notNegative("exportKwh", exportKwh, "kWh");
        this.netBeforeKwh = Require.finite("netBeforeKwh", netBeforeKwh, "kWh");
    }

    public double chargeKwh() {
        return chargeKwh;
    }

    public double dischargeKwh() {
        return dischargeKwh;
    }

    public double socKwh() {
        return socKwh;
    }

    public double importKwh() {
        return importKwh;
    }

    public double exportKwh() {
        return exportKwh;
    }

    public double netBeforeKwh() {
        return netBeforeKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule that
                && Double.compare(chargeKwh, that.chargeKwh) == 0
                && Double.compare(dischargeKwh, that.dischargeKwh) == 0
                && Double.compare(socKwh, that.socKwh) == 0
                && Double.compare(importKwh, that.importKwh) == 0
                && Double.compare(exportKwh, that.exportKwh) == 0
                && Double.compare(netBeforeKwh, that.netBeforeKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(chargeKwh, dischargeKwh, socKwh, importKwh, exportKwh, netBeforeKwh);
    }

    @Override
    public String toString() {
        return "Schedule[%s, %s, %s, %s, %s]".formatted(chargeKwh, dischargeKwh, socKwh, importKwh, exportKwh);
    }
}
