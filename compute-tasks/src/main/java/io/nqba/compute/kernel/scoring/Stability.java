package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * Tells features whose values keep changing with time, such as an economic indicator: what is learnt of them in one window says little
 * about the next. Needs no outcome, hence cannot be tuned to one.
 */
public final class Stability {
    /** Population stability index above which a population counts as another one. */
    public static final double MUCH = 0.25;

    private Stability() {}

    /**
     * Returns the middle of the stability indexes of the later windows, each against all that came before it.
     *
     * @param rows rows by window, oldest first, and bin; shape {@code [windows][bins]}
     */
    public static double typicalShift(long[][] rows) {
        int first = Math.max(1, (rows.length * 3 + 7) / 8);
        double[] shifts = new double[Math.max(0, rows.length - first)];
        long[] before = new long[rows[0].length];
        for (int window = 0; window < rows.length; window++) {
            if (window >= first) {
                shifts[window - first] = Drift.populationStability(before, rows[window]);
            }
            for (int b = 0; b < before.length; b++) {
                before[b] += rows[window][b];
            }
        }
        Arrays.sort(shifts);
        return shifts.length == 0 ? 0 : shifts[shifts.length / 2];
    }
}
