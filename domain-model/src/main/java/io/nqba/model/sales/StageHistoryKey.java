package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link StageHistory}: one opportunity, one step. */
public final class StageHistoryKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "OPPORTUNITY_ID")
    private final String opportunityId;

    @QuerySqlField(name = "SEQUENCE")
    private final int sequence;

    /**
     * @param opportunityId the {@link Opportunity}; its steps live on its node
     * @param sequence 1, 2, 3 … within the opportunity
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public StageHistoryKey(String opportunityId, int sequence) {
        this.opportunityId = Require.text("opportunityId", opportunityId);
        this.sequence = (int) Require.within("sequence", sequence, 1, Integer.MAX_VALUE);
    }

    public String opportunityId() {
        return opportunityId;
    }

    public int sequence() {
        return sequence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageHistoryKey that
                && opportunityId.equals(that.opportunityId)
                && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return Objects.hash(opportunityId, sequence);
    }

    @Override
    public String toString() {
        return "StageHistoryKey[%s, %s]".formatted(opportunityId, sequence);
    }
}
