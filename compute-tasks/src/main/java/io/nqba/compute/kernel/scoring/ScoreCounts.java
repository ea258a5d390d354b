package io.nqba.compute.kernel.scoring;

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

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
