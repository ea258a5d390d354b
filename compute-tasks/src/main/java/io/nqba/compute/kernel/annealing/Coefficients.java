package io.nqba.compute.kernel.annealing;

import org.jspecify.annotations.Nullable;

/**
 * A row of numbers, either exact integers (kept as {@code int} where all of them fit) or real ones. Immutable. Crosses the grid wire.
 */
final class Coefficients {
    private final int @Nullable [] narrow;
    private final long @Nullable [] wide;
    private final double @Nullable [] real;

    private Coefficients(int @Nullable [] narrow, long @Nullable [] wide, double @Nullable [] real) {
        this.narrow = narrow;
        this.wide = wide;
        this.real = real;
    }

    /** Takes {@code values} over; the caller must not change them any more. */
    static Coefficients exact(long[] values) {
        int[] narrow = new int[values.length];
        for (int k = 0; k < values.length; k++) {
            narrow[k] = (int) values[k];
            if (narrow[k] != values[k]) {
                return new Coefficients(null, values, null);
            }
        }
        return new Coefficients(narrow, null, null);
    }

    /** Takes {@code values} over; the caller must not change them any more. */
    static Coefficients exact(int[] values) {
        return new Coefficients(values, null, null);
    }

    /** Takes {@code values} over; the caller must not change them any more. */
    static Coefficients real(double[] values) {
        return new Coefficients(null, null, values);
    }

    boolean isExact() {
        return real == null;
    }

    int size() {
        if (narrow != null) {
            return narrow.length;
        }
        return wide != null ? wide.length : realValues().length;
    }

    /**
     * Returns number {@code k}.
     *
     * @throws IllegalStateException if the numbers are real
     */
    long exact(int k) {
        if (narrow != null) {
            return narrow[k];
        }
        if (wide != null) {
            return wide[k];
        }
        throw new IllegalStateException("The coefficients are real; ask for them as double.");
    }

    /** Returns the sum of the numbers {@code from..to - 1} whose bit, found by its column, is 1. */
    long exactSum(int from, int to, int[] column, byte[] bits) {
        long sum = 0;
        if (narrow != null) {
            for (int k = from; k < to; k++) {
                sum += narrow[k] * (long) bits[column[k]];
            }
            return sum;
        }
        for (int k = from; k < to; k++) {
            sum += exact(k) * bits[column[k]];
        }
        return sum;
    }

    /** Returns the sum of the numbers {@code from..to - 1}. */
    long exactSum(int from, int to) {
        long sum = 0;
        for (int k = from; k < to; k++) {
            sum += exact(k);
        }
        return sum;
    }

    double real(int k) {
        if (narrow != null) {
            return narrow[k];
        }
        return wide != null ? wide[k] : realValues()[k];
    }

    /** Returns exact numbers with one amount added at each index. */
    Coefficients plus(int[] index, long[] amount) {
        if (narrow != null && fitsNarrow(index, amount)) {
            int[] sums = narrow.clone();
            for (int k = 0; k < index.length; k++) {
                sums[index[k]] += (int) amount[k];
            }
            return new Coefficients(sums, null, null);
        }
        long[] sums = new long[size()];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = exact(k);
        }
        for (int k = 0; k < index.length; k++) {
            sums[index[k]] += amount[k];
        }
        return exact(sums);
    }

    /** Returns whether no sum can leave {@code int}, even if all amounts fell on the same index. */
    private boolean fitsNarrow(int[] index, long[] amount) {
        double total = 0;
        double largest = 0;
        for (int k = 0; k < index.length; k++) {
            total += Math.abs((double) amount[k]);
            largest = Math.max(largest, Math.abs((double) exact(index[k])));
        }
        return total + largest <= Integer.MAX_VALUE;
    }

    private double[] realValues() {
        if (real == null) {
            throw new IllegalStateException("The coefficients are exact.");
        }
        return real;
    }
}
