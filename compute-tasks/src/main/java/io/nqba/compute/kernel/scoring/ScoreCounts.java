package io.nqba.compute.kernel.scoring;

import java.util.Arrays;

/**
 * How often each score had which outcome, scores in 65,536 steps of equal width. Enough for every measure of quality, of fixed size for
 * any number of rows, and exact to sum. Not thread-safe.
 */
public final class ScoreCounts {
    static final int STEPS = 1 << 16;

    private final long[] with = new long[STEPS];
    private final long[] without = new long[STEPS];
    private double squares;

    /**
     * Counts a row.
     *
     * @param probability score of a row, 0 to 1
     */
    public void add(double probability, boolean outcome) {
        int step = (int) Math.min(STEPS - 1L, (long) (probability * STEPS));
        (outcome ? with : without)[step]++;
        double error = probability - (outcome ? 1 : 0);
        squares += error * error;
    }

    public void add(ScoreCounts other) {
        for (int s = 0; s < STEPS; s++) {
            with[s] += other.with[s];
            without[s] += other.without[s];
        }
        squares += other.squares;
    }

    long with(int step) {
        return with[step];
    }

    long rows(int step) {
        return with[step] + without[step];
    }

    public long rows() {
        return positives() + sum(without);
    }

    public long positives() {
        return sum(with);
    }

    /** Returns the mean squared error of the probabilities (Brier score), 0 best. */
    public double brier() {
        return squares / rows();
    }

    /** Returns the probability that a row with the outcome scores above one without, ties counted half (area under the ROC curve). */
    public double areaUnderCurve() {
        double pairs = 0;
        double below = 0;
        for (int s = 0; s < STEPS; s++) {
            pairs += with[s] * (below + without[s] / 2.0);
            below += without[s];
        }
        return pairs / ((double) positives() * sum(without));
    }

    /** Returns how many times more often the outcome is among the best-scored share than among all; rows of the edge count in part. */
    public double lift(double share) {
        double wanted = share * rows();
        double taken = 0;
        double found = 0;
        for (int s = STEPS - 1; s >= 0 && taken < wanted; s--) {
            if (rows(s) > 0) {
                double part = Math.min(1, (wanted - taken) / rows(s));
                taken += part * rows(s);
                found += part * with[s];
            }
        }
        return found / wanted * rows() / positives();
    }

    /**
     * Returns how scores came true in groups of about equal numbers of rows, lowest scores first.
     *
     * @param groups most groups
     * @return mean score and share with the outcome of each group, shape {@code [2][groups]}
     */
    public double[][] curve(int groups) {
        double[] predicted = new double[groups];
        double[] observed = new double[groups];
        long all = rows();
        double wanted = all / (double) groups;
        int count = 0;
        double rows = 0;
        double scores = 0;
        double found = 0;
        double passed = 0;
        for (int s = 0; s < STEPS; s++) {
            rows += rows(s);
            passed += rows(s);
            scores += rows(s) * (s + 0.5) / STEPS;
            found += with[s];
            boolean last = passed == all;
            if (rows > 0 && (passed >= wanted * (count + 1) || last)) {
                predicted[count] = scores / rows;
                observed[count] = found / rows;
                count++;
                rows = 0;
                scores = 0;
                found = 0;
                if (last || count == groups) {
                    break;
                }
            }
        }
        return new double[][] {Arrays.copyOf(predicted, count), Arrays.copyOf(observed, count)};
    }

    /** Returns how many rows score in each tenth of the range from 0 to 1. */
    public long[] tenths() {
        long[] tenths = new long[10];
        for (int s = 0; s < STEPS; s++) {
            tenths[(int) (10L * s / STEPS)] += rows(s);
        }
        return tenths;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
