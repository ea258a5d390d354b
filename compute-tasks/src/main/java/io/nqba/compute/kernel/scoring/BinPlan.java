package io.nqba.compute.kernel.scoring;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * How values become bins: bin 0 for a missing value, bin b for a value in ({@code cuts[b - 2]}, {@code cuts[b - 1]}]. Immutable.
 */
public final class BinPlan {
    /** Bins that a byte can tell apart. */
    public static final int MOST_BINS = 255;

    private final float[][] cuts;

    private BinPlan(float[][] cuts) {
        this.cuts = cuts;
    }

    /**
     * Cuts each feature into bins of about equal numbers of rows; every value has its own bin where there are few values.
     *
     * @param sample rows that stand for all, such as a few hundred of every partition; shape {@code [sampled · width]}
     * @param bins most bins per feature beside that of missing values, 2 to {@value #MOST_BINS} - 1
     * @throws NqbaException if the number of bins is out of range
     */
    public static BinPlan of(int width, float[] sample, int bins) {
        if (bins < 2 || bins > MOST_BINS - 1) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The number of bins (%d) must be 2 to %d.".formatted(bins, MOST_BINS - 1),
                    "Send 64.");
        }
        float[][] cuts = new float[width][];
        for (int j = 0; j < width; j++) {
            cuts[j] = cuts(sorted(width, sample, j), bins);
        }
        return new BinPlan(cuts);
    }

    private static float[] sorted(int width, float[] sample, int feature) {
        float[] values = new float[sample.length / width];
        int count = 0;
        for (int at = feature; at < sample.length; at += width) {
            if (!Float.isNaN(sample[at])) {
                values[count++] = sample[at];
            }
        }
        float[] present = Arrays.copyOf(values, count);
        Arrays.sort(present);
        return present;
    }

    private static float[] cuts(float[] sorted, int bins) {
        float[] cuts = new float[bins];
        int count = 0;
        int from = 0;
        for (int bin = 0; bin < bins - 1 && from < sorted.length; bin++) {
            int share = Math.max(1, Math.round((sorted.length - from) / (float) (bins - bin)));
            int last = endOfTies(sorted, from + share - 1);
            if (last == sorted.length - 1) {
                break;
            }
            cuts[count++] = sorted[last] + (sorted[last + 1] - sorted[last]) / 2;
            from = last + 1;
        }
        return Arrays.copyOf(cuts, count);
    }

    private static int endOfTies(float[] sorted, int at) {
        int last = Math.min(at, sorted.length - 1);
        while (last + 1 < sorted.length && sorted[last + 1] == sorted[last]) {
            last++;
        }
        return last;
    }

    public int width() {
        return cuts.length;
    }

    /** Returns how many bins a feature has, that of missing values included. */
    public int bins(int feature) {
        return cuts[feature].length + 2;
    }

    /** Returns the greatest number of bins of any feature. */
    int mostBins() {
        return Arrays.stream(cuts).mapToInt(c -> c.length + 2).max().orElse(2);
    }

    /** Returns the highest value of each bin but the last and that of missing values. */
    public float[] edges(int feature) {
        return cuts[feature].clone();
    }

    /** Returns the highest value of a bin but the last: what a split after that bin compares with. */
    float edge(int feature, int bin) {
        return cuts[feature][bin - 1];
    }

    /** Returns the bin of a value, 0 when it is missing. */
    public int bin(int feature, float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        int at = Arrays.binarySearch(cuts[feature], value);
        return (at >= 0 ? at : -at - 1) + 1;
    }
}
