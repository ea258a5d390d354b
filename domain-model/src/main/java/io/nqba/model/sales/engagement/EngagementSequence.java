package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What is done, step by step, with every lead that enters a segment. Replicated; every change makes a new revision. */
public final class EngagementSequence {
    @QuerySqlField(name = "SEQUENCE_ID")
    private final String sequenceId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "SEGMENT_ID")
    private final String segmentId;

    private final SequenceStep[] steps;

    @QuerySqlField(name = "ACTIVE")
    private final boolean active;

    @QuerySqlField(name = "SENDS_WITHOUT_APPROVAL")
    private final boolean sendsWithoutApproval;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    @QuerySqlField(name = "CHANGED_BY")
    private final String changedBy;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    /**
     * @param sequenceId identifier
     * @param name what people call it
     * @param segmentId the {@link LeadSegment} whose leads enter
     * @param steps what is done, in this order
     * @param active whether leads enter and steps are done
     * @param sendsWithoutApproval whether its messages go without a person having read them
     * @param revision 1, 2, 3 …, one more with every change
     * @param changedBy account that changed it last
     * @param changedMillis when it was changed, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EngagementSequence(
            String sequenceId,
            String name,
            String segmentId,
            SequenceStep[] steps,
            boolean active,
            boolean sendsWithoutApproval,
            long revision,
            String changedBy,
            long changedMillis) {
        this.sequenceId = Require.text("sequenceId", sequenceId);
        this.name = Require.text("name", name);
        this.segmentId = Require.text("segmentId", segmentId);
        this.steps = steps.clone();
        this.active = active;
        this.sendsWithoutApproval = sendsWithoutApproval;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
        this.changedBy = changedBy;
        this.changedMillis = changedMillis;
    }

    public String sequenceId() {
        return sequenceId;
    }

    public String name() {
        return name;
    }

    public String segmentId() {
        return segmentId;
    }

    public SequenceStep[] steps() {
        return steps.clone();
    }

    public boolean active() {
        return active;
    }

    public boolean sendsWithoutApproval() {
        return sendsWithoutApproval;
    }

    public long revision() {
        return revision;
    }

    public String changedBy() {
        return changedBy;
    }

    public long changedMillis() {
        return changedMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngagementSequence that
                && sequenceId.equals(that.sequenceId)
                && name.equals(that.name)
                && segmentId.equals(that.segmentId)
                && Arrays.equals(steps, that.steps)
                && active == that.active
                && sendsWithoutApproval == that.sendsWithoutApproval
                && revision == that.revision
                && changedBy.equals(that.changedBy)
                && changedMillis == that.changedMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                sequenceId,
                name,
                segmentId,
                Arrays.hashCode(steps),
                active,
                sendsWithoutApproval,
                revision,
                changedBy,
                changedMillis);
    }

    @Override
    public String toString() {
        return "EngagementSequence[%s, %s]".formatted(sequenceId, revision);
    }
}
