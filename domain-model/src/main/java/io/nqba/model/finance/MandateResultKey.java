package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link MandateResult}. */
public final class MandateResultKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "RUN_ID", index = true)
    private final String runId;

    /**
     * @param portfolioId the {@link Portfolio}; its results live on its node
     * @param runId the run
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public MandateResultKey(String portfolioId, String runId) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.runId = Require.text("runId", runId);
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String runId() {
        return runId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MandateResultKey that
                && portfolioId.equals(that.portfolioId)
                && runId.equals(that.runId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, runId);
    }

    @Override
    public String toString() {
        return "MandateResultKey[%s, %s]".formatted(portfolioId, runId);
    }
}
