package io.nqba.compute.kernel.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much instruments move together over a window of days.
 *
 * <p>With returns standardised to variance 1, the variance of their sum is the sum of all correlations, so the mean correlation of n
 * instruments costs O(n · days) and not O(n² · days).
 *
 * @param instruments how many had a return on every day of the window
 * @param meanCorrelation mean over all pairs; not a number with fewer than two instruments
 * @param largestShare part of all variance that one common movement explains (largest eigenvalue per instrument); not a number likewise
 */
public record Comovement(int instruments, double meanCorrelation, double largestShare) {
    private static final int MOST_STEPS = 500;

    /**
     * Measures a window.
     *
     * @param closes shape {@code [assets][days]}; an instrument with a gap in the window is left out
     * @param to last day, inclusive
     * @param window returns
     * @param withShare whether to look for the common movement as well, which costs some hundred times as much
     */
    public static Comovement of(double[][] closes, int to, int window, boolean withShare) {
        List<double[]> rows = new ArrayList<>();
        for (double[] series : closes) {
            double[] row = standardised(series, to, window);
            if (row.length > 0) {
                rows.add(row);
            }
        }
        int count = rows.size();
        if (count < 2) {
            return new Comovement(count, Double.NaN, Double.NaN);
        }
        double[] sum = new double[window];
        for (double[] row : rows) {
            for (int t = 0; t < window; t++) {
                sum[t] += row[t];
            }
        }
        double variance = Arrays.stream(sum).map(x -> x * x).sum();
        double mean = (variance - count) / ((double) count * (count - 1));
        return new Comovement(count, mean, withShare ? largestEigenvalue(rows, sum) / count : Double.NaN);
    }

    /** Returns minus their mean, of length 1; empty with a gap or without any movement. */
    private static double[] standardised(double[] closes, int to, int window) {
        if (to - window < 0) {
            return new double[0];
        }
        double[] row = new double[window];
        double mean = 0;
        for (int t = 0; t < window; t++) {
            row[t] = closes[to - window + t + 1] / closes[to - window + t] - 1;
            mean += row[t] / window;
        }
        double squares = 0;
        for (int t = 0; t < window; t++) {
            row[t] -= mean;
            squares += row[t] * row[t];
        }
        if (!(squares > 1e-20)) {
            return new double[0];
        }
        double length = Math.sqrt(squares);
        return Arrays.stream(row).map(x -> x / length).toArray();
    }

    /** Power iteration in the space of days, from the direction of the sum. */
    private static double largestEigenvalue(List<double[]> rows, double[] sum) {
        double[] direction = sum.clone();
        // The sum may be orthogonal to the leading direction; a slope is not orthogonal to both by accident.
        for (int t = 0; t < direction.length; t++) {
            direction[t] += 1e-3 * (t + 1) / direction.length;
        }
        double value = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = new double[direction.length];
            double length = Math.sqrt(dot(direction, direction));
            for (double[] row : rows) {
                double along = dot(row, direction) / length;
                for (int t = 0; t < next.length; t++) {
                    next[t] += along * row[t];
                }
            }
            double now = Math.sqrt(dot(next, next));
            boolean settled = Math.abs(now - value) <= 1e-10 * now;
            value = now;
            direction = next;
            if (settled) {
                break;
            }
        }
        return value;
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int t = 0; t < first.length; t++) {
            sum += first[t] * second[t];
        }
        return sum;
    }
}
