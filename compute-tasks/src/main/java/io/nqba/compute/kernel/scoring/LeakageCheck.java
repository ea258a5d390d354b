package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * Finds features that know the outcome: what is written down during or after the contact tells it far better than anything that is known
 * before. Judged inside windows of time, so that a feature that merely tells the date does not look like one.
 */
public final class LeakageCheck {
    /** Area that a single feature known beforehand hardly reaches. */
    static final double SUSPICIOUS_AREA = 0.75;
    /** How far above 0.5 it must stand, as a multiple of the feature in the middle. */
    static final double MULTIPLE = 3;

    private LeakageCheck() {}

    /**
     * Returns the area under the curve of one feature alone inside windows, its bins in the order of their share of outcomes.
     *
     * @param counts shape {@code [windows][bins][2]}: rows without and with the outcome
     */
    public static double areaWithinWindows(long[][][] counts) {
        int bins = counts[0].length;
        double[] rate = new double[bins];
        Integer[] order = new Integer[bins];
        for (int b = 0; b < bins; b++) {
            long without = 0;
            long with = 0;
            for (long[][] window : counts) {
                without += window[b][0];
                with += window[b][1];
            }
            rate[b] = (with + 0.5) / (without + with + 1.0);
            order[b] = b;
        }
        Arrays.sort(order, (a, b) -> Double.compare(rate[a], rate[b]));
        double areas = 0;
        double weights = 0;
        for (long[][] window : counts) {
            double pairs = 0;
            double below = 0;
            double with = 0;
            for (int b : order) {
                pairs += window[b][1] * (below + window[b][0] / 2.0);
                below += window[b][0];
                with += window[b][1];
            }
            if (below > 0 && with > 0) {
                areas += with * pairs / (below * with);
                weights += with;
            }
        }
        return weights == 0 ? 0.5 : areas / weights;
    }

    /** Returns which features know too much, given the area of each alone. */
    public static boolean[] flagged(double[] areas) {
        double[] sorted = areas.clone();
        Arrays.sort(sorted);
        double middle = sorted.length == 0 ? 0.5 : sorted[sorted.length / 2];
        boolean[] flagged = new boolean[areas.length];
        for (int j = 0; j < areas.length; j++) {
            flagged[j] = areas[j] >= SUSPICIOUS_AREA && areas[j] - 0.5 >= MULTIPLE * (middle - 0.5);
        }
        return flagged;
    }
}
