package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link Enrolment}: one lead, one sequence. */
public final class EnrolmentKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "LEAD_ID")
    private final String leadId;

    @QuerySqlField(name = "SEQUENCE_ID")
    private final String sequenceId;

    /**
     * @param leadId the {@link io.nqba.model.sales.Lead}; what is done with it lies on its node
     * @param sequenceId the {@link EngagementSequence}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EnrolmentKey(String leadId, String sequenceId) {
        this.leadId = Require.text("leadId", leadId);
        this.sequenceId = Require.text("sequenceId", sequenceId);
    }

    public String leadId() {
        return leadId;
    }

    public String sequenceId() {
        return sequenceId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnrolmentKey that && leadId.equals(that.leadId) && sequenceId.equals(that.sequenceId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(leadId, sequenceId);
    }

    @Override
    public String toString() {
        return "EnrolmentKey[%s, %s]".formatted(leadId, sequenceId);
    }
}
