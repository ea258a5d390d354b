package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.time.Instant;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link DeviceSchedule}: one device, one run, one interval. */
public final class DeviceScheduleKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "SITE_ID")
    private final String siteId;

    @QuerySqlField(name = "RUN_ID", index = true)
    private final String runId;

    @QuerySqlField(name = "ASSET_ID")
    private final String assetId;

    @QuerySqlField(name = "START_MILLIS")
    private final long startMillis;

    /**
     * @param siteId site; rows of one site live on one node
     * @param runId the {@link io.nqba.model.optimisation.OptimizationRun} that made it
     * @param assetId the {@link Asset}
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DeviceScheduleKey(String siteId, String runId, String assetId, long startMillis) {
        this.siteId = Require.text("siteId", siteId);
        this.runId = Require.text("runId", runId);
        this.assetId = Require.text("assetId", assetId);
        this.startMillis = startMillis;
    }

    public String siteId() {
        return siteId;
    }

    public String runId() {
        return runId;
    }

    public String assetId() {
        return assetId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceScheduleKey that
                && siteId.equals(that.siteId)
                && runId.equals(that.runId)
                && assetId.equals(that.assetId)
                && startMillis == that.startMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(siteId, runId, assetId, startMillis);
    }

    @Override
    public String toString() {
        return "DeviceScheduleKey[%s, %s, %s, %s]".formatted(siteId, runId, assetId, startMillis);
    }
}
