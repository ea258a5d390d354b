package io.nqba.compute.kernel.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/** Plain measures of what a portfolio is exposed to: market, shocks, few names, and how fast it could be sold. */
public final class Exposures {
    private Exposures() {}

    /** Returns the slope of the returns against those of a benchmark over the same periods. */
    public static double beta(double[] returns, double[] benchmark) {
        sameLength(returns.length, benchmark.length, "returns", "returns of the benchmark");
        double mean = TailLoss.mean(returns);
        double benchmarkMean = TailLoss.mean(benchmark);
        double product = 0;
        double square = 0;
        for (int t = 0; t < returns.length; t++) {
            product += (returns[t] - mean) * (benchmark[t] - benchmarkMean);
            square += (benchmark[t] - benchmarkMean) * (benchmark[t] - benchmarkMean);
        }
        if (!(square > 0)) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The benchmark never moves.",
                    "Choose another benchmark or a longer window.");
        }
        return product / square;
    }

    /**
     * Returns what a shock does to a portfolio held through it: weights · shocks.
     *
     * @param shocks return of each asset in the shock, such as -0.2
     */
    public static double shocked(double[] weights, double[] shocks) {
        sameLength(weights.length, shocks.length, "weights", "shocks");
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * shocks[j];
        }
        return sum;
    }

    /**
     * Returns each asset's return over a window of the past, as shocks.
     *
     * @param returns shape {@code [assets][periods]}; a gap, not a number, counts as 0
     * @param from first period
     * @param to period after the last one
     */
    public static double[] windowShocks(double[][] returns, int from, int to) {
        double[] shocks = new double[returns.length];
        for (int j = 0; j < shocks.length; j++) {
            if (from < 0 || to > returns[j].length || from >= to) {
                throw new NqbaException(
                        ErrorCode.INVALID_REQUEST,
                        "The window (%d to %d) must lie within the %d periods.".formatted(from, to, returns[j].length),
                        "Send a window within the history.");
            }
            double wealth = 1;
            for (int t = from; t < to; t++) {
                wealth *= Double.isNaN(returns[j][t]) ? 1 : 1 + returns[j][t];
            }
            shocks[j] = wealth - 1;
        }
        return shocks;
    }

    /** Returns the number of equal positions that would be as concentrated: (Σ|w|)² / Σw². */
    public static double effectiveNames(double[] weights) {
        double sum = Arrays.stream(weights).map(Math::abs).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** Returns the share of the {@code count} largest positions in the sum of all positions without sign. */
    public static double shareOfLargest(double[] weights, int count) {
        double[] sizes = Arrays.stream(weights).map(Math::abs).sorted().toArray();
        double sum = Arrays.stream(sizes).sum();
        double top = 0;
        for (int k = Math.max(0, sizes.length - count); k < sizes.length; k++) {
            top += sizes[k];
        }
        return sum > 0 ? top / sum : 0;
    }

    /**
     * Returns the days that selling each position takes.
     *
     * @param positionValues in money, shape {@code [assets]}
     * @param dailyTradedValues of the market, in money per day
     * @param participation share of the market's trading that we may be, above 0 up to 1
     */
    public static double[] daysToSell(double[] positionValues, double[] dailyTradedValues, double participation) {
        sameLength(positionValues.length, dailyTradedValues.length, "positions", "traded values");
        if (!(participation > 0 && participation <= 1)) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The participation (%s) must be above 0 and at most 1.".formatted(participation),
                    "Send a share such as 0.2.");
        }
        double[] days = new double[positionValues.length];
        Arrays.setAll(days, j -> {
            double size = Math.abs(positionValues[j]);
            return size == 0 ? 0 : size / (participation * dailyTradedValues[j]);
        });
        return days;
    }

    /** Returns the share of the book's value without sign that can be sold within {@code days}. */
    public static double shareSoldWithin(double days, double[] positionValues, double[] daysToSell) {
        sameLength(positionValues.length, daysToSell.length, "positions", "days to sell");
        double sold = 0;
        double all = 0;
        for (int j = 0; j < positionValues.length; j++) {
            double size = Math.abs(positionValues[j]);
            sold += size * (daysToSell[j] > 0 ? Math.min(1, days / daysToSell[j]) : 1);
            all += size;
        }
        return all > 0 ? sold / all : 1;
    }

    private static void sameLength(int first, int second, String firstName, String secondName) {
        if (first != second || first == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are %d %s and %d %s.".formatted(first, firstName, second, secondName),
                    "Give one for each, and at least one.");
        }
    }
}
