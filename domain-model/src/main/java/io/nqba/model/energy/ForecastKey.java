package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.time.Instant;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Forecast}. */
public final class ForecastKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "START_MILLIS")
    private final long startMillis;

    /**
     * @param siteId site; rows of one site live on one node
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ForecastKey(String siteId, long startMillis) {
        this.siteId = Require.text("siteId", siteId);
        this.startMillis = startMillis;
    }

    public String siteId() {
        return siteId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForecastKey that && siteId.equals(that.siteId) && startMillis == that.startMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, startMillis);
    }

    @Override
    public String toString() {
        return "ForecastKey[%s, %s]".formatted(siteId, startMillis);
    }
}
