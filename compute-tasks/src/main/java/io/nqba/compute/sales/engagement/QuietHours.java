package io.nqba.compute.sales.engagement;

import io.nqba.model.sales.engagement.EngagementSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Hours of the day in which nobody is written to, by the clock on the wall of one zone; they may span midnight. */
final class QuietHours {
    private final LocalTime from;
    private final LocalTime to;
    private final ZoneId zone;

    QuietHours(EngagementSettings settings) {
        from = LocalTime.ofSecondOfDay(settings.quietFromMinute() * 60L);
        to = LocalTime.ofSecondOfDay(settings.quietToMinute() * 60L);
        zone = ZoneId.of(settings.zoneId());
    }

    /**
     * Returns when a message that is ready now may go: now, or when the quiet hours end. Where the clocks go back over their end, they end
     * at the later of both times, where the clocks skip it, at the time that the clocks then show first.
     */
    Instant open(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (!quiet(here.toLocalTime())) {
            return now;
        }
        LocalDate day = here.toLocalDate();
        LocalDate last = here.toLocalTime().isBefore(to) ? day : day.plusDays(1);
        return last.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private boolean quiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean unended = time.isBefore(to);
        return from.isAfter(to) ? begun || unended : begun && unended;
    }
}
