package io.nqba.compute.sales.engagement;

import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a message may go by quiet hours and cap together, and what it waits for.
 *
 * @param openMillis epoch milliseconds; now when it may go
 * @param reason what it waits for; empty when it does not wait
 */
record SendWindow(long openMillis, String reason) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** @param sentMillis when the person was written to, epoch milliseconds, ascending */
    static SendWindow of(EngagementSettings settings, long[] sentMillis, long nowMillis) {
        QuietHours quiet = new QuietHours(settings);
        long capped = new ContactCap(settings).open(sentMillis, nowMillis);
        long open = quiet.open(Instant.ofEpochMilli(capped)).toEpochMilli();
        if (open <= nowMillis) {
            return new SendWindow(nowMillis, "");
        }
        String until = MOMENT.format(Instant.ofEpochMilli(open).atZone(ZoneId.of(settings.zoneId()))) + " "
                + settings.zoneId();
        return new SendWindow(
                open,
                capped > nowMillis
                        ? "Waits until %s: the person got %d messages within %d days."
                                .formatted(until, settings.mostMessages(), settings.withinDays())
                        : "Waits until %s for the end of the quiet hours.".formatted(until));
    }
}
