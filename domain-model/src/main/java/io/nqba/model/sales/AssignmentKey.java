package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link Assignment}: one run, one lead or open deal. */
public final class AssignmentKey {
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @AffinityKeyMapped
    @QuerySqlField(name = "WORK_ID")
    private final String workId;

    /**
     * @param runId the run
     * @param workId the {@link Lead} or {@link Opportunity}; what was decided about it lies with it
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AssignmentKey(String runId, String workId) {
        this.runId = Require.text("runId", runId);
        this.workId = Require.text("workId", workId);
    }

    public String runId() {
        return runId;
    }

    public String workId() {
        return workId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssignmentKey that && runId.equals(that.runId) && workId.equals(that.workId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, workId);
    }

    @Override
    public String toString() {
        return "AssignmentKey[%s, %s]".formatted(runId, workId);
    }
}
