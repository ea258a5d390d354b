package io.nqba.compute.sales.engagement;

import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/** How often a person may be written to: so many messages within so many days, whichever lead they are about. */
final class ContactCap {
    private final int most;
    private final long windowMillis;

    ContactCap(EngagementSettings settings) {
        most = settings.mostMessages();
        windowMillis = Duration.ofDays(settings.withinDays()).toMillis();
    }

    /**
     * Returns when one more message may go: now, or when the oldest of the last {@code most} falls out of the window.
     *
     * @param sentMillis when messages went, epoch milliseconds, ascending
     */
    long open(long[] sentMillis, long nowMillis) {
        if (sentMillis.length < most) {
            return nowMillis;
        }
        return Math.max(nowMillis, sentMillis[sentMillis.length - most] + windowMillis);
    }

    /** Returns the times without one of a message that is tried again: however often it is tried, it counts once. */
    long[] without(long[] sentMillis, long triedMillis) {
        int at = Arrays.binarySearch(sentMillis, triedMillis);
        if (at < 0) {
            return sentMillis;
        }
        return LongStream.concat(Arrays.stream(sentMillis, 0, at), Arrays.stream(sentMillis, at + 1, sentMillis.length))
                .toArray();
    }

    /** Returns the times with one more, without those that count no longer. */
    long[] with(long[] sentMillis, long nowMillis) {
        long[] counting = Arrays.stream(sentMillis)
                .filter(sent -> sent > nowMillis - windowMillis)
                .toArray();
        long[] next = Arrays.copyOf(counting, counting.length + 1);
        next[counting.length] = nowMillis;
        return next;
    }
}
