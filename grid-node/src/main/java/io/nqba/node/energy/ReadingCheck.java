package io.nqba.node.energy;

import io.nqba.node.load.BadRows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Turns the text of fields into values, and reports what is none. */
final class ReadingCheck {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?[0-9]{1,18}");

    private final Path file;
    private final BadRows badRows;

    ReadingCheck(Path file, BadRows badRows) {
        this.file = file;
        this.badRows = badRows;
    }

    BadRows badRows() {
        return badRows;
    }

    Path file() {
        return file;
    }

    void refuse(long line, String field, String value, String problem, String remedy) {
        badRows.refuse(file, line, field, value, problem, remedy);
    }

    void gap(long line, Instant first, Instant end, long intervals) {
        badRows.gap(file, line, "%s to %s".formatted(first, end), intervals);
    }

    /** Returns an energy or a price, 0 or more; empty, and reported, when the text is something else. */
    OptionalDouble notNegative(long line, String field, String text) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            refuse(line, field, text, "It is not a number.", "Write a decimal number with a point, such as 1.25.");
            return OptionalDouble.empty();
        }
        if (!Double.isFinite(value)) {
            refuse(line, field, text, "It is not a finite number.", "Write the measured value, or leave the row out.");
            return OptionalDouble.empty();
        }
        if (value < 0) {
            refuse(
                    line,
                    field,
                    text,
                    "It is negative.",
                    "Load and PV are both counted upwards; write energy fed in as PV.");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** Returns the beginning of an interval; empty, and reported, when the text is none. */
    Optional<Instant> time(long line, String field, String text) {
        Optional<Instant> time = parse(text.strip());
        if (time.isEmpty()) {
            refuse(
                    line,
                    field,
                    text,
                    "It is not a time.",
                    "Write ISO 8601 with an offset, such as 2026-03-01T13:00:00Z, or epoch milliseconds.");
            return time;
        }
        if (time.get().isBefore(EARLIEST) || !time.get().isBefore(LATEST)) {
            refuse(
                    line,
                    field,
                    text,
                    "It lies outside the years 2000 to 2099.",
                    "Check the unit: milliseconds, not seconds.");
            return Optional.empty();
        }
        return time;
    }

    private static Optional<Instant> parse(String text) {
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
