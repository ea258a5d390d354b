package io.nqba.compute.energy.metering;

import java.util.Arrays;

/**
 * What is usual for one site: median and spread of its load by slot of day and day type. Medians, so that the anomalies
 * looked for do not shape the profile they are held against.
 *
 * <p>The spread is the median absolute deviation times 1.4826, which for normal data equals the standard deviation
 * (Rousseeuw and Croux 1993, doi:10.1080/01621459.1993.10476408).
 */
final class SiteProfile {
    /** Fewer readings than this in a bucket say nothing about what is usual. */
    static final int FEWEST_READINGS = 5;

    private static final double NORMAL_CONSISTENCY = 1.4826;

    /** A fridge that rests for a night is no anomaly: below this spread every flicker would be one, kWh. */
    private static final double SMALLEST_SPREAD_KWH = 0.05;

    private final LocalClock clock;
    private final double[] median;
    private final double[] spread;

    private SiteProfile(LocalClock clock, double[] median, double[] spread) {
        this.clock = clock;
        this.median = median;
        this.spread = spread;
    }

    /**
     * Learns a profile.
     *
     * @param history readings over the clock's range
     */
    static SiteProfile of(ReadingSeries history, LocalClock clock) {
        int[] counts = new int[clock.buckets()];
        for (int slot = 0; slot < history.range().slots(); slot++) {
            counts[clock.bucket(slot)] += history.has(slot) ? 1 : 0;
        }
        double[][] values = new double[clock.buckets()][];
        Arrays.setAll(values, bucket -> new double[counts[bucket]]);
        int[] filled = new int[clock.buckets()];
        for (int slot = 0; slot < history.range().slots(); slot++) {
            if (history.has(slot)) {
                int bucket = clock.bucket(slot);
                values[bucket][filled[bucket]++] = history.loadKwh(slot);
            }
        }
        double[] median = new double[clock.buckets()];
        double[] spread = new double[clock.buckets()];
        for (int bucket = 0; bucket < values.length; bucket++) {
            median[bucket] = values[bucket].length < FEWEST_READINGS ? Double.NaN : medianOf(values[bucket]);
            spread[bucket] = spreadOf(values[bucket], median[bucket]);
        }
        return new SiteProfile(clock, median, spread);
    }

    /** Returns the usual load of a slot of the clock's range, kWh; NaN where too little is known. */
    double expectedKwh(int slot) {
        return median[clock.bucket(slot)];
    }

    /** Returns how far a load is from the usual, in robust standard deviations; NaN where too little is known. */
    double score(int slot, double loadKwh) {
        int bucket = clock.bucket(slot);
        return (loadKwh - median[bucket]) / spread[bucket];
    }

    private static double spreadOf(double[] values, double median) {
        if (Double.isNaN(median)) {
            return Double.NaN;
        }
        double[] deviations = new double[values.length];
        Arrays.setAll(deviations, i -> Math.abs(values[i] - median));
        return Math.max(SMALLEST_SPREAD_KWH, NORMAL_CONSISTENCY * medianOf(deviations));
    }

    private static double medianOf(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
