package io.nqba.model.optimisation;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link RunProgress} row; rows of one run live together. */
public final class RunProgressKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "SEQUENCE")
    private final long sequence;

    /**
     * @param runId the run
     * @param sequence 1, 2, 3 … without gaps; the id of the event on the wire
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public RunProgressKey(String runId, long sequence) {
        this.runId = Require.text("runId", runId);
        this.sequence = sequence;
    }

    public String runId() {
        return runId;
    }

    public long sequence() {
        return sequence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunProgressKey that && runId.equals(that.runId) && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, sequence);
    }

    @Override
    public String toString() {
        return "RunProgressKey[%s, %s]".formatted(runId, sequence);
    }
}
