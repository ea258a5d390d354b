package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Carbon intensity of the public grid in one interval. Replicated. */
public final class GridCarbon {
    @QuerySqlField(name = "KG_PER_KWH")
    private final double kgPerKwh;

    /**
     * @param kgPerKwh emissions of energy drawn, kg CO2 per kWh
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public GridCarbon(double kgPerKwh) {
        this.kgPerKwh = Require.notNegative("kgPerKwh", kgPerKwh, "kg/kWh");
    }

    public double kgPerKwh() {
        return kgPerKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridCarbon that && Double.compare(kgPerKwh, that.kgPerKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kgPerKwh);
    }

    @Override
    public String toString() {
        return "GridCarbon[%s]".formatted(kgPerKwh);
    }
}
