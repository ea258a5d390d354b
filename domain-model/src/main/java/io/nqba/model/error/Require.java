package io.nqba.model.error;

/** Checks of constructor arguments. Each returns its value, so that a check reads as part of the assignment. */
public final class Require {
    private Require() {}

    /** Refuses NaN and infinities. */
    public static double finite(String name, double value, String unit) {
        if (!Double.isFinite(value)) {
            throw refused(name, value, unit, "be a finite number");
        }
        return value;
    }

    /** Refuses NaN and negative values; infinity passes, it means "no limit". */
    public static double notNegative(String name, double value, String unit) {
        if (!(value >= 0)) {
            throw refused(name, value, unit, "be 0 or more");
        }
        return value;
    }

    /** Refuses NaN, 0 and negative values; infinity passes, it means "no limit". */
    public static double positive(String name, double value, String unit) {
        if (!(value > 0)) {
            throw refused(name, value, unit, "be more than 0");
        }
        return value;
    }

    /** Refuses everything outside 0..1. */
    public static double fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(name, value, "", "lie between 0 and 1");
        }
        return value;
    }

    /** Refuses everything outside {@code min..max}, both inclusive. */
    public static long within(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The %s (%d) must lie between %d and %d.".formatted(name, value, min, max));
        }
        return value;
    }

    /** Refuses blank text. */
    public static String text(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The %s (%s) must not be blank.".formatted(name, value));
        }
        return value;
    }

    private static IllegalArgumentException refused(String name, double value, String unit, String rule) {
        String shown = unit.isEmpty() ? Double.toString(value) : value + " " + unit;
        return new IllegalArgumentException("The %s (%s) must %s.".formatted(name, shown, rule));
    }
}
