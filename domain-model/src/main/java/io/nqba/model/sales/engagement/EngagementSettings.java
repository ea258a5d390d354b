package io.nqba.model.sales.engagement;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** When and how often persons may be reached. Replicated under one key. */
public final class EngagementSettings {
    @QuerySqlField(name = "QUIET_FROM_MINUTE")
    private final int quietFromMinute;

    @QuerySqlField(name = "QUIET_TO_MINUTE")
    private final int quietToMinute;

    @QuerySqlField(name = "ZONE_ID")
    private final String zoneId;

    @QuerySqlField(name = "MOST_MESSAGES")
    private final int mostMessages;

    @QuerySqlField(name = "WITHIN_DAYS")
    private final int withinDays;

    @QuerySqlField(name = "STALE_DAYS")
    private final int staleDays;

    @QuerySqlField(name = "RETENTION_DAYS")
    private final int retentionDays;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    @QuerySqlField(name = "CHANGED_BY")
    private final String changedBy;

    /**
     * @param quietFromMinute minute of the day from which no message goes
     * @param quietToMinute minute of the day from which messages go again; the same as the first for no quiet hours
     * @param zoneId zone of these times, such as {@code Europe/Berlin}
     * @param mostMessages most messages to a person
     * @param withinDays within so many days
     * @param staleDays a message that could only go later than so many days after it was written does not go
     * @param retentionDays days after which settled messages are removed
     * @param revision 1, 2, 3 …, one more with every change
     * @param changedBy account that changed it last
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public EngagementSettings(
            int quietFromMinute,
            int quietToMinute,
            String zoneId,
            int mostMessages,
            int withinDays,
            int staleDays,
            int retentionDays,
            long revision,
            String changedBy) {
        this.quietFromMinute = (int) Require.within("quietFromMinute", quietFromMinute, 0, 1_439);
        this.quietToMinute = (int) Require.within("quietToMinute", quietToMinute, 0, 1_439);
        this.zoneId = Require.text("zoneId", zoneId);
        this.mostMessages = (int) Require.within("mostMessages", mostMessages, 1, 1_000);
        this.withinDays = (int) Require.within("withinDays", withinDays, 1, 366);
        this.staleDays = (int) Require.within("staleDays", staleDays, 1, 366);
        this.retentionDays = (int) Require.within("retentionDays", retentionDays, 1, 3_660);
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
        this.changedBy = changedBy;
    }

    public int quietFromMinute() {
        return quietFromMinute;
    }

    public int quietToMinute() {
        return quietToMinute;
    }

    public String zoneId() {
        return zoneId;
    }

    public int mostMessages() {
        return mostMessages;
    }

    public int withinDays() {
        return withinDays;
    }

    public int staleDays() {
        return staleDays;
    }

    public int retentionDays() {
        return retentionDays;
    }

    public long revision() {
        return revision;
    }

    public String changedBy() {
        return changedBy;
    }

    /** The key they are stored under. */
    public static final String KEY = "settings";

    /** Returns those that hold until somebody sets others: quiet from 20:00 to 08:00 UTC, two messages a week. */
    public static EngagementSettings usual() {
        return new EngagementSettings(20 * 60, 8 * 60, "UTC", 2, 7, 14, 365, 1, "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngagementSettings that
                && quietFromMinute == that.quietFromMinute
                && quietToMinute == that.quietToMinute
                && zoneId.equals(that.zoneId)
                && mostMessages == that.mostMessages
                && withinDays == that.withinDays
                && staleDays == that.staleDays
                && retentionDays == that.retentionDays
                && revision == that.revision
                && changedBy.equals(that.changedBy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                quietFromMinute,
                quietToMinute,
                zoneId,
                mostMessages,
                withinDays,
                staleDays,
                retentionDays,
                revision,
                changedBy);
    }

    @Override
    public String toString() {
        return "EngagementSettings[%s, %s, %s]".formatted(quietFromMinute, quietToMinute, zoneId);
    }
}
