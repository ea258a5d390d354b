package io.nqba.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what people typed and collects what is wrong, field by field, instead of stopping at the first. */
public final class FormFields {
    private final List<ProblemBox.Field> problems = new ArrayList<>();

    /** Reads an ISO date. */
    public LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            refuse(name, "(%s) is not a date. Write it as 2026-08-01.".formatted(text));
            return LocalDate.EPOCH;
        }
    }

    /** Refuses a text that is longer than its field. */
    public void atMost(String name, String text, int longest) {
        if (text.length() > longest) {
            refuse(name, "It has %d letters. Write %d at most.".formatted(text.length(), longest));
        }
    }

    /** Reads a number; NaN when it is refused. A decimal comma is understood. */
    public double number(String name, String text, double least, double most, String unit) {
        String range = (plain(least) + " to " + plain(most) + " " + unit).strip();
        try {
            double value = Double.parseDouble(text.replace(',', '.'));
            if (value >= least && value <= most) {
                return value;
            }
            refuse(name, "%s is outside %s.".formatted(text, range));
        } catch (NumberFormatException e) {
            refuse(name, "(%s) is not a number. Write %s.".formatted(text, range));
        }
        return Double.NaN;
    }

    /** Reads a whole number; {@code least} when it is refused. */
    public long whole(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
            refuse(name, "%s is outside %,d to %,d.".formatted(text, least, most));
        } catch (NumberFormatException e) {
            refuse(name, "(%s) is not a whole number. Write %,d to %,d.".formatted(text, least, most));
        }
        return least;
    }

    /** Returns a number as one types it: no grouping, no zeros at the end, six decimals at most. */
    public static String plainText(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns a number as one types it, with all its digits: read again, it is the same. */
    public static String exactText(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    public void refuse(String name, String text) {
        problems.add(new ProblemBox.Field(name, text));
    }

    public boolean good() {
        return problems.isEmpty();
    }

    /**
     * Returns what is wrong.
     *
     * @param what what did not happen because of it, such as {@code The run was not started}
     */
    public ProblemBox problem(String what) {
        String summary = problems.size() == 1 ? "one field is wrong" : problems.size() + " fields are wrong";
        return new ProblemBox(
                what + ": " + summary + ".", "Correct the marked fields; everything else is kept.", "", problems);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }
}
