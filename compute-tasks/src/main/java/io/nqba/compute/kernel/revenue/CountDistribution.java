package io.nqba.compute.kernel.revenue;

import java.util.Arrays;

/**
 * How many of some independent events happen: their distribution, exactly but for tails below 1e-12 (Poisson-binomial by convolution).
 * Events come in groups of equal probability. Immutable. O(groups × width²) with the width of the distribution, about 15 standard
 * deviations.
 */
public final class CountDistribution {
    private static final double TAIL = 1e-12;
    private static final CountDistribution NEVER = new CountDistribution(0, new double[] {1});

    private final int first;
    private final double[] probability;

    private CountDistribution(int first, double[] probability) {
        this.first = first;
        this.probability = probability;
    }

    /**
     * Returns how many of these events happen.
     *
     * @param counts events in each group
     * @param chances probability of each event of the group, 0 to 1
     */
    public static CountDistribution of(long[] counts, double[] chances) {
        CountDistribution sum = NEVER;
        for (int g = 0; g < counts.length; g++) {
            if (counts[g] > 0 && chances[g] > 0) {
                sum = sum.plus(binomial(counts[g], Math.min(1, chances[g])));
            }
        }
        return sum;
    }

    private static CountDistribution binomial(long count, double chance) {
        if (chance >= 1) {
            return new CountDistribution(Math.toIntExact(count), new double[] {1});
        }
        double odds = chance / (1 - chance);
        int mode = (int) Math.min(count, (long) Math.floor((count + 1) * chance));
        return around(mode, count, k -> odds * (count - k) / (k + 1));
    }

    /** Returns the distribution of events that come at random, so many on average. */
    static CountDistribution poisson(double mean) {
        if (mean <= 0) {
            return NEVER;
        }
        return around((int) Math.floor(mean), Integer.MAX_VALUE, k -> mean / (k + 1));
    }

    private interface Step {
        /** Probability of k + 1 per that of k. */
        double ratio(long k);
    }

    /** Grows from the mode outwards until the rest does not count, then scales to 1. */
    private static CountDistribution around(int mode, long most, Step step) {
        int low = mode;
        int high = mode;
        double[] up = new double[64];
        double[] down = new double[64];
        int ups = 0;
        int downs = 0;
        double weight = 1;
        while (high < most && weight > TAIL) {
            weight *= step.ratio(high);
            high++;
            up = put(up, ups++, weight);
        }
        weight = 1;
        while (low > 0 && weight > TAIL) {
            weight /= step.ratio(low - 1);
            low--;
            down = put(down, downs++, weight);
        }
        double[] all = new double[ups + downs + 1];
        for (int k = 0; k < downs; k++) {
            all[k] = down[downs - 1 - k];
        }
        all[downs] = 1;
        System.arraycopy(up, 0, all, downs + 1, ups);
        double sum = Arrays.stream(all).sum();
        for (int k = 0; k < all.length; k++) {
            all[k] /= sum;
        }
        return new CountDistribution(low, all);
    }

    private static double[] put(double[] list, int at, double value) {
        double[] room = at < list.length ? list : Arrays.copyOf(list, 2 * at);
        room[at] = value;
        return room;
    }

    CountDistribution plus(CountDistribution other) {
        double[] sum = new double[probability.length + other.probability.length - 1];
        for (int i = 0; i < probability.length; i++) {
            for (int j = 0; j < other.probability.length; j++) {
                sum[i + j] += probability[i] * other.probability[j];
            }
        }
        int from = 0;
        int to = sum.length;
        while (to - from > 1 && sum[from] < TAIL) {
            from++;
        }
        while (to - from > 1 && sum[to - 1] < TAIL) {
            to--;
        }
        return new CountDistribution(first + other.first + from, Arrays.copyOfRange(sum, from, to));
    }

    /** Returns the probability of exactly so many. */
    double probability(int count) {
        int at = count - first;
        return at >= 0 && at < probability.length ? probability[at] : 0;
    }

    public double mean() {
        double mean = 0;
        for (int k = 0; k < probability.length; k++) {
            mean += probability[k] * (first + k);
        }
        return mean;
    }

    /** Returns a sampler: element k is the probability of at most {@code first() + k}. */
    double[] cumulated() {
        double[] sums = probability.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    int first() {
        return first;
    }
}
