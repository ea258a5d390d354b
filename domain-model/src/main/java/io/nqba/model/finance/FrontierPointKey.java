package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link FrontierPoint}; the points of one run live together, with the run. */
public final class FrontierPointKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "POINT")
    private final int index;

    /**
     * @param runId the run
     * @param index 0, 1, 2 …, from the calmest to the one of the greatest return
     */
    public FrontierPointKey(String runId, int index) {
        this.runId = Require.text("runId", runId);
        this.index = (int) Require.within("index", index, 0, PortfolioRequest.MAX_FRONTIER_POINTS);
    }

    public String runId() {
        return runId;
    }

    public int index() {
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrontierPointKey that && runId.equals(that.runId) && index == that.index;
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, index);
    }

    @Override
    public String toString() {
        return "FrontierPointKey[%s, %s]".formatted(runId, index);
    }
}
