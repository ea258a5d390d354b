package io.nqba.node.energy;

import io.nqba.model.error.Require;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that generated data covers, cut at local midnights.
 *
 * @param start first reading
 * @param readingsEnd end of the readings, exclusive
 * @param signalsEnd end of prices and carbon, exclusive; both are published ahead
 */
public record GeneratedWindow(Instant start, Instant readingsEnd, Instant signalsEnd) {
    /** Days for which prices and carbon are known ahead. */
    public static final int DAYS_AHEAD = 7;

    public GeneratedWindow {
        if (!start.isBefore(readingsEnd) || signalsEnd.isBefore(readingsEnd)) {
            throw new IllegalArgumentException("The window (%s to %s, signals to %s) must begin before it ends."
                    .formatted(start, readingsEnd, signalsEnd));
        }
    }

    /** Returns the given number of days up to the beginning of the current local day: today is not measured yet. */
    public static GeneratedWindow untilToday(Clock clock, ZoneId zone, int days) {
        return endingWith(LocalDate.ofInstant(clock.instant(), zone).minusDays(1), zone, days);
    }

    /** Returns the given number of days, the last of which is {@code lastDay}. */
    public static GeneratedWindow endingWith(LocalDate lastDay, ZoneId zone, int days) {
        Require.within("days", days, 1, 20_000);
        LocalDate end = lastDay.plusDays(1);
        return new GeneratedWindow(
                end.minusDays(days).atStartOfDay(zone).toInstant(),
                end.atStartOfDay(zone).toInstant(),
                end.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant());
    }

    /** Returns the same window without readings before {@code from}. */
    GeneratedWindow startingAt(Instant from) {
        return new GeneratedWindow(from, readingsEnd, signalsEnd);
    }

    /** Returns the readings of one site. */
    long hours() {
        return Duration.between(start, readingsEnd).toHours();
    }
}
