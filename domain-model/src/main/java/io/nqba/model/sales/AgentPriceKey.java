package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link AgentPrice}: one run, one agent. */
public final class AgentPriceKey {
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "REP_ID")
    private final String repId;

    /**
     * @param runId the run
     * @param repId the {@link SalesRep}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public AgentPriceKey(String runId, String repId) {
        this.runId = Require.text("runId", runId);
        this.repId = Require.text("repId", repId);
    }

    public String runId() {
        return runId;
    }

    public String repId() {
        return repId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgentPriceKey that && runId.equals(that.runId) && repId.equals(that.repId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(runId, repId);
    }

    @Override
    public String toString() {
        return "AgentPriceKey[%s, %s]".formatted(runId, repId);
    }
}
