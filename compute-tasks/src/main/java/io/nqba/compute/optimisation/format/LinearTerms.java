package io.nqba.compute.optimisation.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The linear coefficients that were read so far; grows to the highest variable named. */
final class LinearTerms {
    private long[] exact = new long[16];
    private double @Nullable [] real;
    /** One more than the ordinal of the entry that gave the term; 0 for none. */
    private int[] given = {};

    /** Returns the ordinal of the entry that gave this term already, else -1, and notes the new one. */
    int noteGiven(int i, int ordinal) {
        if (i >= given.length) {
            given = Arrays.copyOf(given, Math.max(i + 1, given.length + (given.length >> 1)));
        }
        int before = given[i] - 1;
        given[i] = ordinal + 1;
        return before;
    }

    void add(int i, long amount) {
        grow(i);
        if (real != null) {
            real[i] += amount;
        } else {
            exact[i] += amount;
        }
    }

    void add(int i, double amount) {
        grow(i);
        toReal()[i] += amount;
    }

    boolean isReal() {
        return real != null;
    }

    /** Returns the terms of variables 0 to size - 1. */
    long[] exact(int size) {
        return Arrays.copyOf(exact, size);
    }

    /** Returns the terms of variables 0 to size - 1. */
    double[] real(int size) {
        return Arrays.copyOf(toReal(), size);
    }

    private double[] toReal() {
        double[] values = real;
        if (values == null) {
            values = Arrays.stream(exact).asDoubleStream().toArray();
            real = values;
            exact = new long[] {};
        }
        return values;
    }

    private void grow(int i) {
        int length = real == null ? exact.length : real.length;
        if (i < length) {
            return;
        }
        int larger = Math.max(i + 1, length + (length >> 1));
        if (real == null) {
            exact = Arrays.copyOf(exact, larger);
        } else {
            real = Arrays.copyOf(real, larger);
        }
    }
}
