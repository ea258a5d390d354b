package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import io.nqba.model.sales.LeadStatus;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** How far a lead has come in a sequence. Lies with its lead. */
public final class Enrolment {
    @QuerySqlField(name = "STEP")
    private final int step;

    @QuerySqlField(name = "DUE_MILLIS", index = true)
    private final long dueMillis;

    @QuerySqlField(name = "STATE")
    private final EnrolmentState state;

    @QuerySqlField(name = "STOP_REASON")
    private final StopReason stopReason;

    @QuerySqlField(name = "LEAD_STATUS")
    private final LeadStatus leadStatus;

    @QuerySqlField(name = "ENROLLED_MILLIS")
    private final long enrolledMillis;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * @param step next step, counted from 0
     * @param dueMillis when that step is due, epoch milliseconds; {@link #NEVER} when none is left
     * @param state how far it has come
     * @param stopReason why it was stopped
     * @param leadStatus status that the lead had when it entered; another one stops the sequence
     * @param enrolledMillis when the lead entered, epoch milliseconds
     * @param changedMillis when the last step was done, epoch milliseconds
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Enrolment(
            int step,
            long dueMillis,
            EnrolmentState state,
            StopReason stopReason,
            LeadStatus leadStatus,
            long enrolledMillis,
            long changedMillis,
            long revision) {
        this.step = (int) Require.within("step", step, 0, Integer.MAX_VALUE);
        this.dueMillis = dueMillis;
        this.state = state;
        this.stopReason = stopReason;
        this.leadStatus = leadStatus;
        this.enrolledMillis = enrolledMillis;
        this.changedMillis = changedMillis;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public int step() {
        return step;
    }

    public long dueMillis() {
        return dueMillis;
    }

    public EnrolmentState state() {
        return state;
    }

    public StopReason stopReason() {
        return stopReason;
    }

    public LeadStatus leadStatus() {
        return leadStatus;
    }

    public long enrolledMillis() {
        return enrolledMillis;
    }

    public long changedMillis() {
        return changedMillis;
    }

    public long revision() {
        return revision;
    }

    /** When nothing is due any more. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Returns the same lead one step on. */
    public Enrolment advanced(long nextDueMillis, boolean last, long nowMillis) {
        return new Enrolment(
                step + 1,
                last ? NEVER : nextDueMillis,
                last ? EnrolmentState.DONE : EnrolmentState.ACTIVE,
                StopReason.NONE,
                leadStatus,
                enrolledMillis,
                nowMillis,
                revision + 1);
    }

    /** Returns the same lead, taken out before the last step. */
    public Enrolment stopped(StopReason reason, long nowMillis) {
        return new Enrolment(
                step, NEVER, EnrolmentState.STOPPED, reason, leadStatus, enrolledMillis, nowMillis, revision + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Enrolment that
                && step == that.step
                && dueMillis == that.dueMillis
                && state == that.state
                && stopReason == that.stopReason
                && leadStatus == that.leadStatus
                && enrolledMillis == that.enrolledMillis
                && changedMillis == that.changedMillis
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(step, dueMillis, state, stopReason, leadStatus, enrolledMillis, changedMillis, revision);
    }

    @Override
    public String toString() {
        return "Enrolment[%s, %s]".formatted(state, step);
    }
}
