package io.nqba.console.page;

import io.nqba.console.page.ChartCard.Series;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thins long series to about as many points as a screen has columns. The range is cut into buckets of equal length, and
 * of each bucket the highest and the lowest point of every series stay: peaks, which money hangs on, are never lost.
 */
final class Thinning {
    /** About the width of a wide chart in pixels. */
    static final int MOST_POINTS = 1_000;

    private Thinning() {}

    /** Returns the indices that stay, in order; all when there are few. */
    static int[] of(List<Series> series, int length) {
        if (length <= MOST_POINTS || series.isEmpty()) {
            return IntStream.range(0, length).toArray();
        }
        int buckets = Math.max(1, MOST_POINTS / (2 * series.size()));
        BitSet kept = new BitSet(length);
        kept.set(0);
        kept.set(length - 1);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) bucket * length / buckets);
            int to = (int) ((long) (bucket + 1) * length / buckets);
            for (Series one : series) {
                keepExtremes(one.values(), from, to, kept);
            }
        }
        return kept.stream().toArray();
    }

    private static void keepExtremes(double[] values, int from, int to, BitSet kept) {
        int highest = -1;
        int lowest = -1;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            highest = highest < 0 || values[i] > values[highest] ? i : highest;
            lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
        }
        if (highest >= 0) {
            kept.set(highest);
            kept.set(lowest);
        }
    }
}
