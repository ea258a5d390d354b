package io.nqba.compute.kernel.mandate;

/**
 * Weights of one mandate and what they are worth.
 *
 * @param weights shape {@code [assets of the mandate]}
 * @param utility expected return − ½ aversion · variance − cost, per year and unit of capital
 * @param expectedReturn per year
 * @param volatility standard deviation per year
 * @param tradingCost share of the capital
 * @param turnover sum of all buys and sells, share of the capital
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record MandateAnswer(
        double[] weights,
        double utility,
        double expectedReturn,
        double volatility,
        double tradingCost,
        double turnover) {}
