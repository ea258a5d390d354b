package io.nqba.compute.kernel.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Value at risk and expected shortfall of one period, as losses: above 0 is a loss.
 *
 * @param valueAtRisk loss that is exceeded with probability 1 - level at most
 * @param expectedShortfall mean loss of the worst share 1 - level
 */
public record TailLoss(double valueAtRisk, double expectedShortfall) {

    /** Memory of the exponential weights: the share that yesterday's variance keeps. RiskMetrics' value for daily returns. */
    public static final double DAILY_DECAY = 0.94;

    /** How a tail loss is estimated from returns. */
    public enum Method {
        HISTORICAL,
        NORMAL,
        EWMA,
        CORNISH_FISHER
    }

    /**
     * Estimates from past returns, oldest first.
     *
     * @param returns such as 0.01 for a gain of 1 %, shape {@code [periods]}, at least 2; profits and losses in money serve as well
     * @param level such as 0.99, between 0.5 and 1
     * @throws NqbaException if there are too few returns, one is not a number, or the level is out of range
     */
    public static TailLoss estimate(Method method, double[] returns, double level) {
        check(returns, level);
        return switch (method) {
            case HISTORICAL -> historical(returns, level);
            case NORMAL -> normal(mean(returns), deviation(returns), level);
            case EWMA -> normal(0, exponentialDeviation(returns, DAILY_DECAY), level);
            case CORNISH_FISHER -> cornishFisher(returns, level);
        };
    }

    /**
     * From the empirical distribution. The value at risk is the least loss that at least the share {@code level} of all periods does not
     * exceed; the expected shortfall counts the scenario on the edge in part, so that it is exactly 1 - level of the weight.
     */
    static TailLoss historical(double[] returns, double level) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double tail = (1 - level) * sorted.length;
        int edge = edge(sorted.length, level);
        double sum = 0;
        for (int k = 0; k < edge; k++) {
            sum += sorted[k];
        }
        return new TailLoss(-sorted[edge], -(sum + (tail - edge) * sorted[edge]) / tail);
    }

    /** Position of the value at risk among the returns from the worst up. */
    static int edge(int periods, double level) {
        // A hair less, so that a product that should be whole is not rounded up to the next number.
        return Math.max(0, periods - (int) Math.ceil(level * periods - 1e-9));
    }

    static TailLoss normal(double mean, double deviation, double level) {
        double quantile = NormalDistribution.quantile(level);
        return new TailLoss(
                quantile * deviation - mean, NormalDistribution.density(quantile) / (1 - level) * deviation - mean);
    }

    /**
     * Normal quantiles bent by skewness and excess kurtosis. The expected shortfall is the mean of the bent quantiles over the tail, in
     * closed form. Source: E. A. Cornish, R. A. Fisher, "Moments and cumulants in the specification of distributions" (1938),
     * doi:10.2307/1400905.
     */
    static TailLoss cornishFisher(double[] returns, double level) {
        double mean = mean(returns);
        double second = moment(returns, mean, 2);
        double deviation = Math.sqrt(second);
        double skewness = second > 0 ? moment(returns, mean, 3) / (second * deviation) : 0;
        double excess = second > 0 ? moment(returns, mean, 4) / (second * second) - 3 : 0;
        double z = NormalDistribution.quantile(1 - level);
        double ratio = NormalDistribution.density(z) / (1 - level);
        double bent = bend(z, z * z, z * z * z, skewness, excess);
        // Means of z, z² and z³ of a standard normal number below its quantile.
        double bentMean = bend(-ratio, 1 - z * ratio, -(z * z + 2) * ratio, skewness, excess);
        return new TailLoss(-(mean + deviation * bent), -(mean + deviation * bentMean));
    }

    private static double bend(double z, double square, double cube, double skewness, double excess) {
        return z
                + (square - 1) * skewness / 6
                + (cube - 3 * z) * excess / 24
                - (2 * cube - 5 * z) * skewness * skewness / 36;
    }

    static double mean(double[] returns) {
        return Arrays.stream(returns).sum() / returns.length;
    }

    static double deviation(double[] returns) {
        double mean = mean(returns);
        return Math.sqrt(moment(returns, mean, 2) * returns.length / (returns.length - 1));
    }

    /** Root of the exponentially weighted mean square, newest return heaviest; the weights sum to 1. */
    static double exponentialDeviation(double[] returns, double decay) {
        double sum = 0;
        double weight = 0;
        for (double value : returns) {
            sum = decay * sum + value * value;
            weight = decay * weight + 1;
        }
        return Math.sqrt(sum / weight);
    }

    private static double moment(double[] returns, double mean, int power) {
        double sum = 0;
        for (double value : returns) {
            double away = value - mean;
            sum += power == 2 ? away * away : power == 3 ? away * away * away : away * away * away * away;
        }
        return sum / returns.length;
    }

    static void check(double[] returns, double level) {
        if (returns.length < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "A tail loss needs at least 2 returns, there are %d.".formatted(returns.length),
                    "Give a longer history.");
        }
        for (int t = 0; t < returns.length; t++) {
            if (!Double.isFinite(returns[t])) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The return (%s) of period %d must be a number.".formatted(returns[t], t),
                        "Leave the period out, or fill the gap.");
            }
        }
        if (!(level > 0.5 && level < 1)) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The level (%s) must be between 0.5 and 1.".formatted(level),
                    "Send a level such as 0.95 or 0.99.");
        }
    }
}
