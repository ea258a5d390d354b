package io.nqba.compute.optimisation.format;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number read last, as an integer where it is one: a real number without a fraction counts as one, since many programs write every
 * coefficient with a decimal point. Reused, so that reading allocates nothing per number.
 */
final class Figure {
    /** What can be wrong with a number, and what to do about it. */
    enum Flaw {
        NONE("", ""),
        NOT_A_NUMBER("is not a number", "Write a number such as -3 or 0.25."),
        NOT_FINITE("is not finite", "Write a finite number; a hard rule is a large finite penalty."),
        LARGE_INTEGER(
                "is too large for exact sums of integers: they go up to 2^59 = 576460752303423488",
                "Divide the coefficients by a common factor, or write it as a real number such as 1e20."),
        LARGE_REAL("is larger than 1.797e308, the largest number there is", "Divide the coefficients by a factor.");

        private final String what;
        private final String remedy;

        Flaw(String what, String remedy) {
            this.what = what;
            this.remedy = remedy;
        }

        String what() {
            return what;
        }

        String remedy() {
            return remedy;
        }
    }

    /** Up to here every whole {@code double} is the number that was written. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private static final long LARGEST_EXACT = 1L << 59;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");

    private boolean isWhole;
    private long whole;
    private double real;

    /** Takes an integer. */
    Flaw set(long value) {
        isWhole = true;
        whole = value;
        real = value;
        return value > LARGEST_EXACT || value < -LARGEST_EXACT ? Flaw.LARGE_INTEGER : Flaw.NONE;
    }

    /** Takes a real number, as an integer where it stands for one exactly. */
    Flaw set(double value) {
        isWhole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        whole = isWhole ? (long) value : 0;
        real = value;
        if (Double.isNaN(value)) {
            return Flaw.NOT_FINITE;
        }
        return Double.isInfinite(value) ? Flaw.LARGE_REAL : Flaw.NONE;
    }

    /** Takes a number as it is written. */
    Flaw parse(String word) {
        if (INTEGER.matcher(word).matches()) {
            try {
                return set(Long.parseLong(word));
            } catch (NumberFormatException e) {
                return Flaw.LARGE_INTEGER;
            }
        }
        if (NOT_FINITE.matcher(word.toLowerCase(Locale.ROOT)).matches()) {
            return Flaw.NOT_FINITE;
        }
        return REAL.matcher(word).matches() ? set(Double.parseDouble(word)) : Flaw.NOT_A_NUMBER;
    }

    boolean isWhole() {
        return isWhole;
    }

    long whole() {
        return whole;
    }

    double real() {
        return real;
    }
}
