package io.nqba.compute.kernel.market;

import java.util.Arrays;

/** How far a value lies from what is usual, in deviations that a few wild values cannot inflate. */
public final class RobustScore {
    /** Makes the median absolute deviation of normal numbers their standard deviation. */
    private static final double NORMAL = 1.4826022185056018;

    private static final int LEAST_VALUES = 20;

    private RobustScore() {}

    /**
     * Returns (value - median) / (1.4826 · median absolute deviation).
     *
     * @param usual values to compare with; not a number is left out
     * @return not a number when the value is, with fewer than 20 values, or when more than half of them are the same
     */
    public static double of(double value, double[] usual) {
        double[] known =
                Arrays.stream(usual).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (Double.isNaN(value) || known.length < LEAST_VALUES) {
            return Double.NaN;
        }
        double median = middle(known);
        double spread = middle(
                Arrays.stream(known).map(x -> Math.abs(x - median)).sorted().toArray());
        return spread > 0 ? (value - median) / (NORMAL * spread) : Double.NaN;
    }

    /** Returns the median; not a number is left out. */
    public static double median(double[] values) {
        double[] known =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return known.length == 0 ? Double.NaN : middle(known);
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
