package io.nqba.compute.kernel.revenue;

import io.nqba.compute.kernel.risk.NormalDistribution;

/**
 * Prices per list price, in counts of steps of one per cent. Counts are whole numbers, so sums do not depend on who adds them up;
 * a mean is within half a step. Crosses the grid wire.
 */
public final class PriceRatios {
    private static final int STEPS = 100;
    private static final int COUNT = 3 * STEPS + 1;

    private final long[] counts = new long[COUNT];

    /** Adds a price; nothing without a list price. Three times the list price and more count as three times. */
    public void add(double price, double listPrice) {
        if (listPrice > 0) {
            counts[(int) Math.min(COUNT - 1, Math.rint(STEPS * price / listPrice))]++;
        }
    }

    public void add(PriceRatios other) {
        for (int i = 0; i < COUNT; i++) {
            counts[i] += other.counts[i];
        }
    }

    public long count() {
        return count(0, Double.POSITIVE_INFINITY);
    }

    /** Returns how many lie from one ratio on and below another. */
    public long count(double from, double below) {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += i >= from * STEPS - 1e-9 && i < below * STEPS - 1e-9 ? counts[i] : 0;
        }
        return sum;
    }

    /** Returns the mean of those within a range. */
    public double mean(double from, double below) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += i >= from * STEPS - 1e-9 && i < below * STEPS - 1e-9 ? (double) counts[i] * i / STEPS : 0;
        }
        return sum / count(from, below);
    }

    /** Returns the mean with its interval; without one where there is but one price. */
    public Interval mean(double level) {
        long n = count();
        if (n == 0) {
            return Interval.UNKNOWN;
        }
        double mean = mean(0, Double.POSITIVE_INFINITY);
        if (n == 1) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double half = NormalDistribution.quantile((1 + level) / 2) * deviation() / Math.sqrt((double) n);
        return new Interval(mean, mean - half, mean + half);
    }

    /** Returns the standard deviation. */
    public double deviation() {
        long n = count();
        double mean = mean(0, Double.POSITIVE_INFINITY);
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double distance = (double) i / STEPS - mean;
            squares += counts[i] * distance * distance;
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    }

    /** Returns the ratio that a share of the prices does not exceed. */
    public double quantile(double share) {
        long n = count();
        long seen = 0;
        for (int i = 0; i < COUNT; i++) {
            seen += counts[i];
            if (n > 0 && seen >= share * n) {
                return (double) i / STEPS;
            }
        }
        return Double.NaN;
    }
}
