package io.nqba.compute.kernel.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * How a value at risk stood the test of time: whether it was exceeded as often as it promised, and not in clusters.
 *
 * <p>Sources: P. H. Kupiec, "Techniques for verifying the accuracy of risk measurement models" (1995), doi:10.3905/jod.1995.407942;
 * P. F. Christoffersen, "Evaluating interval forecasts" (1998), doi:10.2307/2527341; Basel Committee, "Supervisory framework for the use
 * of backtesting" (1996).
 *
 * @param periods periods tested
 * @param exceedances periods whose loss exceeded the value at risk
 * @param expectedExceedances as many as the level promises
 * @param kupiecPValue probability of a count at least as odd if the level is right
 * @param independencePValue probability of clusters at least as odd if exceedances are independent; 1 where too few to tell
 * @param conditionalCoveragePValue both together
 * @param light colour after the Basel rule
 */
public record RiskBacktest(
        int periods,
        int exceedances,
        double expectedExceedances,
        double kupiecPValue,
        double independencePValue,
        double conditionalCoveragePValue,
        Light light) {

    /** Colour of a value at risk: yellow from the count that only 5 % of right models exceed, red from 0.01 %. */
    public enum Light {
        GREEN,
        YELLOW,
        RED
    }

    private static final double YELLOW_FROM = 0.95;
    private static final double RED_FROM = 0.9999;

    /**
     * Tests forecasts against what came.
     *
     * @param returns that came, shape {@code [periods]}
     * @param valueAtRisk forecast for each period before it came, as losses, shape {@code [periods]}
     * @param level of the forecasts
     * @throws NqbaException if the shapes differ or there is no period
     */
    public static RiskBacktest of(double[] returns, double[] valueAtRisk, double level) {
        if (returns.length != valueAtRisk.length || returns.length == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are %d returns and %d forecasts.".formatted(returns.length, valueAtRisk.length),
                    "Give one forecast for each return, and at least one.");
        }
        boolean[] exceeded = new boolean[returns.length];
        for (int t = 0; t < exceeded.length; t++) {
            exceeded[t] = -returns[t] > valueAtRisk[t];
        }
        return of(exceeded, level);
    }

    /** Tests a sequence of exceedances. */
    public static RiskBacktest of(boolean[] exceeded, double level) {
        int n = exceeded.length;
        int count = 0;
        int[][] pairs = new int[2][2];
        for (int t = 0; t < n; t++) {
            count += exceeded[t] ? 1 : 0;
            if (t > 0) {
                pairs[exceeded[t - 1] ? 1 : 0][exceeded[t] ? 1 : 0]++;
            }
        }
        double promised = 1 - level;
        double kupiec =
                2 * (logLikelihood(n - count, count, count / (double) n) - logLikelihood(n - count, count, promised));
        double independence = independence(pairs);
        return new RiskBacktest(
                n,
                count,
                n * promised,
                NormalDistribution.chiSquaredTailOfOne(kupiec),
                NormalDistribution.chiSquaredTailOfOne(independence),
                NormalDistribution.chiSquaredTailOfTwo(kupiec + independence),
                light(n, count, promised));
    }

    /**
     * Forecasts each period from the {@code window} periods before it and tests the forecasts.
     *
     * @param window periods, at least 2 and fewer than there are returns
     */
    public static RiskBacktest walkForward(TailLoss.Method method, double[] returns, int window, double level) {
        if (window < 2 || window >= returns.length) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The window (%d periods) must be at least 2 and shorter than the history (%d)."
                            .formatted(window, returns.length),
                    "Send a window such as 500, or load a longer history.");
        }
        double[] forecast = new double[returns.length - window];
        for (int t = 0; t < forecast.length; t++) {
            forecast[t] = TailLoss.estimate(method, Arrays.copyOfRange(returns, t, t + window), level)
                    .valueAtRisk();
        }
        return of(Arrays.copyOfRange(returns, window, returns.length), forecast, level);
    }

    /** Likelihood ratio of a chain that remembers whether the last period exceeded, against one that does not. */
    private static double independence(int[][] pairs) {
        int calm = pairs[0][0] + pairs[1][0];
        int hit = pairs[0][1] + pairs[1][1];
        if (hit == 0 || calm == 0) {
            return 0;
        }
        double remembering = 0;
        for (int[] row : pairs) {
            int total = row[0] + row[1];
            remembering += total == 0 ? 0 : logLikelihood(row[0], row[1], row[1] / (double) total);
        }
        return Math.max(0, 2 * (remembering - logLikelihood(calm, hit, hit / (double) (calm + hit))));
    }

    private static double logLikelihood(int misses, int hits, double probability) {
        return (misses == 0 ? 0 : misses * Math.log1p(-probability)) + (hits == 0 ? 0 : hits * Math.log(probability));
    }

    private static Light light(int n, int count, double promised) {
        double cumulative = 0;
        double log = n * Math.log1p(-promised);
        for (int k = 0; k <= count; k++) {
            cumulative += Math.exp(log);
            log += Math.log((n - k) / (k + 1.0)) + Math.log(promised) - Math.log1p(-promised);
        }
        if (cumulative >= RED_FROM) {
            return Light.RED;
        }
        return cumulative >= YELLOW_FROM ? Light.YELLOW : Light.GREEN;
    }
}
