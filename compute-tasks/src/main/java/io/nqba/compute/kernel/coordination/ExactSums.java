package io.nqba.compute.kernel.coordination;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * A vector of sums that do not depend on the order or the grouping of what was added: two integers per sum, a coarse one in steps of
 * 2⁻¹⁰ and a fine one in steps of 2⁻⁶³. Integer addition is associative, so one node or ten give the same bits. Range ±9·10¹⁵, an
 * addend is rounded by at most 5·10⁻²⁰. Crosses the grid wire.
 */
public final class ExactSums {
    private static final double COARSE = 0x1p10;
    private static final double FINE = 0x1p63;
    private static final int CARRY_BITS = 53;
    private static final double MOST = 0x1p61;

    private final long[] coarse;
    private final long[] fine;

    public ExactSums(int size) {
        coarse = new long[size];
        fine = new long[size];
    }

    /**
     * Adds a value to one sum.
     *
     * @throws NqbaException if the value is not a number or too large
     */
    public void add(int index, double value) {
        double scaled = value * COARSE;
        if (!(Math.abs(scaled) < MOST)) {
            throw new NqbaException(
                    ErrorCode.KERNEL_DIVERGED,
                    "A subproblem answered with a number (%s) that cannot be summed.".formatted(value),
                    "Look for prices, loads or limits of absurd size in the input of the run.");
        }
        double steps = Math.rint(scaled);
        long rest = (long) ((value - steps / COARSE) * FINE);
        settle(index, Math.addExact(coarse[index], (long) steps), fine[index] + rest);
    }

    void add(double[] values) {
        for (int i = 0; i < values.length; i++) {
            add(i, values[i]);
        }
    }

    public void add(ExactSums other) {
        for (int i = 0; i < coarse.length; i++) {
            settle(i, Math.addExact(coarse[i], other.coarse[i]), fine[i] + other.fine[i]);
        }
    }

    double get(int index) {
        return coarse[index] / COARSE + fine[index] / FINE;
    }

    public double[] toArray() {
        double[] values = new double[coarse.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }

    /** Keeps the fine part below one coarse step, so that it never overflows and every sum has one form only. */
    private void settle(int index, long newCoarse, long newFine) {
        long carry = newFine >> CARRY_BITS;
        coarse[index] = newCoarse + carry;
        fine[index] = newFine - (carry << CARRY_BITS);
    }
}
