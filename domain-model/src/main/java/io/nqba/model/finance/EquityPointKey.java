package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link EquityPoint}; points of one run live together. */
public final class EquityPointKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "TRADING_DAY")
    private final long day;

    /**
     * @param runId the run
     * @param day epoch day
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EquityPointKey(String runId, long day) {
        this.runId = Require.text("runId", runId);
        this.day = day;
    }

    /** Returns the run. */
    public String runId() {
        return runId;
    }

    /** Returns epoch day. */
    public long day() {
        return day;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EquityPointKey that && runId.equals(that.runId) && day == that.day;
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, day);
    }

    @Override
    public String toString() {
        return "EquityPointKey[%s, %s]".formatted(runId, day);
    }
}
