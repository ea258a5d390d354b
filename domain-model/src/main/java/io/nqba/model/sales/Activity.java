package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/**
 * Something done, or to be done, with a lead. Its text is always sealed, like {@link PersonalData}: nobody can promise that a note names no
 * person.
 */
public final class Activity {
    @QuerySqlField(name = "KIND")
    private final ActivityKind kind;

    @QuerySqlField(name = "AT_MILLIS", index = true)
    private final long atMillis;

    @QuerySqlField(name = "BY_REP_ID", index = true)
    private final String byRepId;

    private final byte[] text;

    private final int keyId;

    @QuerySqlField(name = "DUE_DAY")
    private final long dueDay;

    @QuerySqlField(name = "DONE")
    private final boolean done;

    /** Null in rows from before there were directions. */
    @QuerySqlField(name = "DIRECTION")
    private final @Nullable ActivityDirection direction;

    /** Null in rows from before there were sequences. */
    @QuerySqlField(name = "PLAN")
    private final @Nullable String plan;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * An activity of neither direction that a person wrote down.
     *
     * @param kind what it is
     * @param atMillis when, epoch milliseconds
     * @param byRepId the {@link SalesRep}; empty when nobody
     * @param text sealed text; empty when there is none
     * @param keyId key it was sealed with; 0 when it is empty
     * @param dueDay day by which a task is to be done, epoch day; {@link Opportunity#NOT_YET} when there is none
     * @param done whether it is done
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Activity(
            ActivityKind kind,
            long atMillis,
            String byRepId,
            byte[] text,
            int keyId,
            long dueDay,
            boolean done,
            long revision) {
        this(kind, atMillis, byRepId, text, keyId, dueDay, done, ActivityDirection.NONE, "", revision);
    }

    /**
     * @param kind what it is
     * @param atMillis when, epoch milliseconds
     * @param byRepId the {@link SalesRep}; empty when nobody
     * @param text sealed text; empty when there is none
     * @param keyId key it was sealed with; 0 when it is empty
     * @param dueDay day by which a task is to be done, epoch day; {@link Opportunity#NOT_YET} when there is none
     * @param done whether it is done
     * @param direction who began it
     * @param plan what a sequence says is to be done, the same for every lead and so readable; empty when a person wrote it down
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Activity(
            ActivityKind kind,
            long atMillis,
            String byRepId,
            byte[] text,
            int keyId,
            long dueDay,
            boolean done,
            ActivityDirection direction,
            String plan,
            long revision) {
        this.kind = kind;
        this.atMillis = atMillis;
        this.byRepId = byRepId;
        this.text = text.clone();
        this.keyId = keyId;
        this.dueDay = dueDay;
        this.done = done;
        this.direction = direction;
        this.plan = plan;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
    }

    public ActivityKind kind() {
        return kind;
    }

    public long atMillis() {
        return atMillis;
    }

    public String byRepId() {
        return byRepId;
    }

    public byte[] text() {
        return text.clone();
    }

    public int keyId() {
        return keyId;
    }

    public long dueDay() {
        return dueDay;
    }

    public boolean done() {
        return done;
    }

    public ActivityDirection direction() {
        return direction == null ? ActivityDirection.NONE : direction;
    }

    public String plan() {
        return plan == null ? "" : plan;
    }

    /** Returns the same activity with its text sealed by another key. */
    public Activity sealedAgain(byte[] newText, int newKeyId) {
        return new Activity(kind, atMillis, byRepId, newText, newKeyId, dueDay, done, direction(), plan(), revision);
    }

    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Activity that
                && kind == that.kind
                && atMillis == that.atMillis
                && byRepId.equals(that.byRepId)
                && Arrays.equals(text, that.text)
                && keyId == that.keyId
                && dueDay == that.dueDay
                && done == that.done
                && direction() == that.direction()
                && plan().equals(that.plan())
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                kind, atMillis, byRepId, Arrays.hashCode(text), keyId, dueDay, done, direction(), plan(), revision);
    }

    @Override
    public String toString() {
        return "Activity[%s, %s]".formatted(kind, atMillis);
    }
}
