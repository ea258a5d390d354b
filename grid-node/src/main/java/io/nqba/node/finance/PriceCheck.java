package io.nqba.node.finance;

import io.nqba.node.load.BadRows;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Turns the text of prices and days into values, and reports what is none. */
final class PriceCheck {
    /** Largest change from one price to the next, as a factor up or down, unless the command says otherwise. */
    static final double DEFAULT_JUMP = 10;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Path file;
    private final BadRows badRows;
    private final double mostJump;
    /** Tomorrow by the clock of Greenwich: somewhere it is that day already. */
    private final LocalDate latest = LocalDate.now(Clock.systemUTC()).plusDays(1);

    /**
     * Begins a report.
     *
     * @param mostJump largest change from one price to the next, as a factor up or down
     */
    PriceCheck(Path file, BadRows badRows, double mostJump) {
        this.file = file;
        this.badRows = badRows;
        this.mostJump = mostJump;
    }

    BadRows badRows() {
        return badRows;
    }

    void refuse(long line, String field, String value, String problem, String remedy) {
        badRows.refuse(file, line, field, value, problem, remedy);
    }

    /** Returns a day; empty, and reported, when the text is none. */
    Optional<LocalDate> day(long line, String text) {
        LocalDate day;
        try {
            day = LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            refuse(line, "date", text, "It is not a date.", "Write ISO 8601, such as 2026-03-02.");
            return Optional.empty();
        }
        if (day.isBefore(EARLIEST)) {
            refuse(line, "date", text, "It lies before 1900.", "Check the year.");
            return Optional.empty();
        }
        // Taken for the last day of its ticker, it would have every later line refused.
        if (day.isAfter(latest)) {
            refuse(line, "date", text, "It lies in the future.", "Check the year.");
            return Optional.empty();
        }
        return Optional.of(day);
    }

    /** Returns a price above 0; empty, and reported, when the text is something else. */
    OptionalDouble price(long line, String field, String text) {
        OptionalDouble value = number(line, field, text);
        if (value.isPresent() && !(value.getAsDouble() > 0)) {
            refuse(line, field, text, "A price must be above 0.", "Correct the price, or leave it out as a gap.");
            return OptionalDouble.empty();
        }
        return value;
    }

    /** Returns a volume, 0 or more; empty, and reported, when the text is something else. */
    OptionalDouble volume(long line, String text) {
        OptionalDouble value = number(line, "volume", text);
        if (value.isPresent() && value.getAsDouble() < 0) {
            refuse(line, "volume", text, "It is negative.", "Write the shares traded; 0 where it is not known.");
            return OptionalDouble.empty();
        }
        return value;
    }

    private OptionalDouble number(long line, String field, String text) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            refuse(line, field, text, "It is not a number.", "Write a decimal number with a point, such as 101.25.");
            return OptionalDouble.empty();
        }
        if (!Double.isFinite(value)) {
            refuse(line, field, text, "It is not a finite number.", "Leave the field empty where there is no price.");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** Returns whether a price may follow another; reports it when not. */
    boolean follows(long line, String field, double price, @Nullable Double before) {
        if (before == null || (price <= before * mostJump && price >= before / mostJump)) {
            return true;
        }
        refuse(
                line,
                field,
                Double.toString(price),
                String.format(Locale.ROOT, "It is %.3g times the price before (%s).", price / before, before),
                "Correct the price, or allow larger changes with --most-jump.");
        return false;
    }
}
