package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.time.Instant;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Schedule}: one site, one run, one interval. */
public final class ScheduleKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "START_MILLIS")
    private final long startMillis;

    /**
     * @param siteId site; rows of one site live on one node
     * @param runId the {@link io.nqba.model.optimisation.OptimizationRun} that made it
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ScheduleKey(String siteId, String runId, long startMillis) {
        this.siteId = Require.text("siteId", siteId);
        this.runId = Require.text("runId", runId);
        this.startMillis = startMillis;
    }

    public String siteId() {
        return siteId;
    }

    public String runId() {
        return runId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScheduleKey that
                && siteId.equals(that.siteId)
                && runId.equals(that.runId)
                && startMillis == that.startMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, runId, startMillis);
    }

    @Override
    public String toString() {
        return "ScheduleKey[%s, %s, %s]".formatted(siteId, runId, startMillis);
    }
}
