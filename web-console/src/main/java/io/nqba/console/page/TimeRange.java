package io.nqba.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole local days that a page looks at, kept in its address as {@code from} and {@code days}.
 *
 * @param from first day
 * @param days number of days, 1 to 366
 * @param zone zone in which days are cut
 * @param address address of the page with its other parameters
 */
public record TimeRange(LocalDate from, int days, ZoneId zone, String address) {
    /** Lengths that the page offers. */
    public static final List<Integer> LENGTHS = List.of(1, 7, 30, 365);

    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 366;

    /**
     * Reads the range of an address; what is missing or no date becomes the last days with data.
     *
     * @param from ISO date, or null
     * @param days number of days, or null
     * @param last newest moment with data, or null when there is none
     */
    public static TimeRange of(
            @Nullable String from, @Nullable Integer days, @Nullable Instant last, ZoneId zone, String address) {
        int length = days == null ? DEFAULT_DAYS : Math.max(1, Math.min(MOST_DAYS, days));
        LocalDate end = last == null
                ? LocalDate.EPOCH.plusDays(length)
                : LocalDate.ofInstant(last, zone).plusDays(1);
        return new TimeRange(parsed(from, end.minusDays(length)), length, zone, address);
    }

    private static LocalDate parsed(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /** Returns the beginning, inclusive. */
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Returns the end, exclusive. */
    public Instant end() {
        return from.plusDays(days).atStartOfDay(zone).toInstant();
    }

    /** Returns {@code 1 Aug 2026 – 7 Aug 2026}. */
    public String label() {
        String first = Figures.day(start(), zone);
        return days == 1 ? first : first + " – " + Figures.day(end().minus(1, ChronoUnit.HOURS), zone);
    }

    public String earlierHref() {
        return href(from.minusDays(days), days);
    }

    public String laterHref() {
        return href(from.plusDays(days), days);
    }

    /** Returns the range of another length that ends on the same day. */
    public String lengthHref(int length) {
        return href(from.plusDays(days).minusDays(length), length);
    }

    public String lengthName(int length) {
        return switch (length) {
            case 1 -> "Day";
            case 7 -> "Week";
            case 30 -> "Month";
            default -> "Year";
        };
    }

    public List<Integer> lengths() {
        return LENGTHS;
    }

    private String href(LocalDate first, int length) {
        return address + (address.contains("?") ? "&" : "?") + "from=" + first + "&days=" + length;
    }
}
