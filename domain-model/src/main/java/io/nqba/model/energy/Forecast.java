package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What a site is expected to use and make in one interval. */
public final class Forecast {
    @QuerySqlField(name = "LOAD_KWH")
    private final double loadKwh;

    @QuerySqlField(name = "SOLAR_KWH")
    private final double solarKwh;

    @QuerySqlField(name = "ISSUED_MILLIS")
    private final long issuedMillis;

    @QuerySqlField(name = "METHOD")
    private final String method;

    /**
     * @param loadKwh expected use, kWh per interval
     * @param solarKwh expected PV energy, kWh per interval
     * @param issuedMillis when it was made, epoch milliseconds
     * @param method how it was made, such as {@code same-hour-mean}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Forecast(double loadKwh, double solarKwh, long issuedMillis, String method) {
        this.loadKwh = Require.notNegative("loadKwh", loadKwh, "kWh");
        this.solarKwh = Require.notNegative("solarKwh", solarKwh, "kWh");
        this.issuedMillis = issuedMillis;
        this.method = Require.text("method", method);
    }

    public double loadKwh() {
        return loadKwh;
    }

    public double solarKwh() {
        return solarKwh;
    }

    public long issuedMillis() {
        return issuedMillis;
    }

    public String method() {
        return method;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Forecast that
                && Double.compare(loadKwh, that.loadKwh) == 0
                && Double.compare(solarKwh, that.solarKwh) == 0
                && issuedMillis == that.issuedMillis
                && method.equals(that.method);
    }

    @Override
    public int hashCode() {
        return Objects.hash(loadKwh, solarKwh, issuedMillis, method);
    }

    @Override
    public String toString() {
        return "Forecast[%s, %s, %s, %s]".formatted(loadKwh, solarKwh, issuedMillis, method);
    }
}
