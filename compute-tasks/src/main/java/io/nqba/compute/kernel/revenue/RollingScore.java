package io.nqba.compute.kernel.revenue;

/**
 * How forecasts that were made from the past alone did, beside naive ones. Errors are absolute, since money adds up.
 *
 * @param forecasts how many were compared
 * @param error mean absolute error
 * @param naiveErrors that of each naive forecast; not a number where it could not be made each time
 * @param covered how many of what came lay in their interval
 * @param bias mean of forecast less what came
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record RollingScore(int forecasts, double error, double[] naiveErrors, int covered, double bias) {
    /**
     * Scores forecasts.
     *
     * @param actual what came
     * @param value what was forecast
     * @param low lower ends of the intervals
     * @param high upper ends
     * @param naive naive forecasts, shape {@code [kinds][forecasts]}
     */
    public static RollingScore of(double[] actual, double[] value, double[] low, double[] high, double[][] naive) {
        int n = actual.length;
        double error = 0;
        double bias = 0;
        int covered = 0;
        double[] naiveErrors = new double[naive.length];
        for (int t = 0; t < n; t++) {
            error += Math.abs(value[t] - actual[t]) / n;
            bias += (value[t] - actual[t]) / n;
            covered += actual[t] >= low[t] && actual[t] <= high[t] ? 1 : 0;
            for (int k = 0; k < naive.length; k++) {
                naiveErrors[k] += Math.abs(naive[k][t] - actual[t]) / n;
            }
        }
        return new RollingScore(n, n == 0 ? Double.NaN : error, naiveErrors, covered, n == 0 ? Double.NaN : bias);
    }

    /** Returns the smallest error of a naive forecast. */
    public double bestNaive() {
        double best = Double.NaN;
        for (double error : naiveErrors) {
            best = Double.isNaN(best) || error < best ? error : best;
        }
        return best;
    }

    /** Returns the error per that of the best naive forecast: below 1 is better, above 1 worse. */
    public double relativeError() {
        return error / bestNaive();
    }
}
