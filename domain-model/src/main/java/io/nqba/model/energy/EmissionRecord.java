package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Energy drawn and its emissions on one day of a site. */
public final class EmissionRecord {
    @QuerySqlField(name = "IMPORT_KWH")
    private final double importKwh;

    @QuerySqlField(name = "EXPORT_KWH")
    private final double exportKwh;

    @QuerySqlField(name = "EMISSIONS_KG")
    private final double emissionsKg;

    @QuerySqlField(name = "COST")
    private final double cost;

    /**
     * @param importKwh energy drawn, kWh
     * @param exportKwh energy fed in, kWh
     * @param emissionsKg emissions of the energy drawn, kg CO2
     * @param cost cost of the energy drawn minus pay for the energy fed in, currency of the tariff
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EmissionRecord(double importKwh, double exportKwh, double emissionsKg, double cost) {
        this.importKwh = Require.notNegative("importKwh", importKwh, "kWh");
        this.exportKwh = Require.notNegative("exportKwh", exportKwh, "kWh");
        this.emissionsKg = Require.notNegative("emissionsKg", emissionsKg, "kg");
        this.cost = Require.finite("cost", cost, "");
    }

    public double importKwh() {
        return importKwh;
    }

    public double exportKwh() {
        return exportKwh;
    }

    public double emissionsKg() {
        return emissionsKg;
    }

    public double cost() {
        return cost;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmissionRecord that
                && Double.compare(importKwh, that.importKwh) == 0
                && Double.compare(exportKwh, that.exportKwh) == 0
                && Double.compare(emissionsKg, that.emissionsKg) == 0
                && Double.compare(cost, that.cost) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(importKwh, exportKwh, emissionsKg, cost);
    }

    @Override
    public String toString() {
        return "EmissionRecord[%s, %s, %s, %s]".formatted(importKwh, exportKwh, emissionsKg, cost);
    }
}
