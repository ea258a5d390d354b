package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Energy used and made behind one meter in one interval, batteries not counted. */
public final class MeterReading {
    @QuerySqlField(name = "LOAD_KWH")
    private final double loadKwh;

    @QuerySqlField(name = "SOLAR_KWH")
    private final double solarKwh;

    /**
     * @param loadKwh energy used, kWh per interval
     * @param solarKwh energy made by PV, kWh per interval
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public MeterReading(double loadKwh, double solarKwh) {
        this.loadKwh = Require.notNegative("loadKwh", loadKwh, "kWh");
        this.solarKwh = Require.notNegative("solarKwh", solarKwh, "kWh");
    }

    public double loadKwh() {
        return loadKwh;
    }

    public double solarKwh() {
        return solarKwh;
    }

    /** Returns load minus PV: what the site draws without a battery; negative when it feeds in. */
    public double netKwh() {
        return loadKwh - solarKwh;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeterReading that
                && Double.compare(loadKwh, that.loadKwh) == 0
                && Double.compare(solarKwh, that.solarKwh) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(loadKwh, solarKwh);
    }

    @Override
    public String toString() {
        return "MeterReading[%s, %s]".formatted(loadKwh, solarKwh);
    }
}
