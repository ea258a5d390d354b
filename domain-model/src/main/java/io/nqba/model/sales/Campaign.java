package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A planned effort that brings leads. Replicated. */
public final class Campaign {
    @QuerySqlField(name = "CAMPAIGN_ID")
    private final String campaignId;

    @QuerySqlField(name = "NAME")
    private final String name;

    @QuerySqlField(name = "CHANNEL")
    private final String channel;

    @QuerySqlField(name = "START_DAY")
    private final long startDay;

    @QuerySqlField(name = "END_DAY")
    private final long endDay;

    @QuerySqlField(name = "REVISION")
    private final long revision;

    /**
     * @param campaignId identifier
     * @param name what people call it
     * @param channel how people are reached, such as {@code e-mail}
     * @param startDay first day, epoch day
     * @param endDay last day, epoch day
     * @param revision 1, 2, 3 …, one more with every change
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Campaign(String campaignId, String name, String channel, long startDay, long endDay, long revision) {
        this.campaignId = Require.text("campaignId", campaignId);
        this.name = Require.text("name", name);
        this.channel = channel;
        this.startDay = startDay;
        this.endDay = endDay;
        this.revision = Require.within("revision", revision, 1, Long.MAX_VALUE);
        if (endDay < startDay) {
            throw new IllegalArgumentException(
                    "The endDay (%d) must not lie before the startDay (%d).".formatted(endDay, startDay));
        }
    }

    public String campaignId() {
        return campaignId;
    }

    public String name() {
        return name;
    }

    public String channel() {
        return channel;
    }

    public long startDay() {
        return startDay;
    }

    public long endDay() {
        return endDay;
    }

    public long revision() {
        return revision;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Campaign that
                && campaignId.equals(that.campaignId)
                && name.equals(that.name)
                && channel.equals(that.channel)
                && startDay == that.startDay
                && endDay == that.endDay
                && revision == that.revision;
    }

    @Override
    public int hashCode() {
        return Objects.hash(campaignId, name, channel, startDay, endDay, revision);
    }

    @Override
    public String toString() {
        return "Campaign[%s, %s]".formatted(campaignId, channel);
    }
}
