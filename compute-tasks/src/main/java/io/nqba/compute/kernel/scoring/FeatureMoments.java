package io.nqba.compute.kernel.scoring;

/**
 * Counts, sums and sums of squares of each feature, around a first guess of its mean so that nothing cancels. Summed over the groups of
 * rows. Not thread-safe.
 */
public final class FeatureMoments {
    private final double[] centre;
    private final long[] counts;
    private final double[] sums;
    private final double[] squares;
    private long rows;

    /** @param centre a value near the middle of each feature, such as its value in any row; shape {@code [features]} */
    public FeatureMoments(double[] centre) {
        this.centre = centre.clone();
        counts = new long[centre.length];
        sums = new double[centre.length];
        squares = new double[centre.length];
    }

    public void add(Examples examples) {
        rows += examples.rows();
        for (int row = 0; row < examples.rows(); row++) {
            for (int j = 0; j < centre.length; j++) {
                double away = examples.get(row, j) - centre[j];
                if (!Double.isNaN(away)) {
                    counts[j]++;
                    sums[j] += away;
                    squares[j] += away * away;
                }
            }
        }
    }

    public void add(FeatureMoments other) {
        rows += other.rows;
        for (int j = 0; j < centre.length; j++) {
            counts[j] += other.counts[j];
            sums[j] += other.sums[j];
            squares[j] += other.squares[j];
        }
    }

    public long rows() {
        return rows;
    }

    /** Returns how many rows have a feature. */
    public long count(int feature) {
        return counts[feature];
    }

    /** Returns the mean of the rows that have a feature; 0 when none has. */
    public double mean(int feature) {
        return counts[feature] == 0 ? 0 : centre[feature] + sums[feature] / counts[feature];
    }

    /** Returns the standard deviation of the rows that have a feature; 0 when none has or all are equal. */
    public double deviation(int feature) {
        if (counts[feature] == 0) {
            return 0;
        }
        double mean = sums[feature] / counts[feature];
        return Math.sqrt(Math.max(0, squares[feature] / counts[feature] - mean * mean));
    }
}
