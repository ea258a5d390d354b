package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Energy prices of a tariff in one interval. Replicated. */
public final class PriceSignal {
    @QuerySqlField(name = "IMPORT_PRICE_PER_KWH")
    private final double importPricePerKwh;

    @QuerySqlField(name = "EXPORT_PRICE_PER_KWH")
    private final double exportPricePerKwh;

    /**
     * @param importPricePerKwh price of energy drawn, currency per kWh; may be negative
     * @param exportPricePerKwh pay for energy fed in, currency per kWh; at most the import price, or the schedule could print money
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PriceSignal(double importPricePerKwh, double exportPricePerKwh) {
        this.importPricePerKwh = Require.finite("importPricePerKwh", importPricePerKwh, "per kWh");
        this.exportPricePerKwh = Require.finite("exportPricePerKwh", exportPricePerKwh, "per kWh");
    }

    public double importPricePerKwh() {
        return importPricePerKwh;
    }

    public double exportPricePerKwh() {
        return exportPricePerKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceSignal that
                && Double.compare(importPricePerKwh, that.importPricePerKwh) == 0
                && Double.compare(exportPricePerKwh, that.exportPricePerKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(importPricePerKwh, exportPricePerKwh);
    }

    @Override
    public String toString() {
        return "PriceSignal[%s, %s]".formatted(importPricePerKwh, exportPricePerKwh);
    }
}
