package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link Activity}: one lead, one entry of its timeline. */
public final class ActivityKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "LEAD_ID")
    private final String leadId;

    @QuerySqlField(name = "SEQUENCE")
    private final long sequence;

    /**
     * @param leadId the {@link Lead}; its activities live on its node
     * @param sequence 1, 2, 3 … within the lead
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ActivityKey(String leadId, long sequence) {
        this.leadId = Require.text("leadId", leadId);
        this.sequence = Require.within("sequence", sequence, 1, Long.MAX_VALUE);
    }

    public String leadId() {
        return leadId;
    }

    public long sequence() {
        return sequence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivityKey that && leadId.equals(that.leadId) && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return Objects.hash(leadId, sequence);
    }

    @Override
    public String toString() {
        return "ActivityKey[%s, %s]".formatted(leadId, sequence);
    }
}
