package io.nqba.compute.kernel.portfolio;

import java.util.List;

/**
 * A portfolio with the proof of how good it is.
 *
 * @param weights shape {@code [assets]}
 * @param expectedReturn per year, before trading cost
 * @param volatility per year
 * @param tradingCost share of the capital that trading there costs
 * @param value what was optimised, in its own unit
 * @param bound what no portfolio within the limits can beat
 * @param shadowPrices what one unit more of each binding limit would gain
 * @param steps Newton steps and active set turns
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record PortfolioAnswer(
        double[] weights,
        double expectedReturn,
        double volatility,
        double tradingCost,
        double value,
        double bound,
        List<ShadowPrice> shadowPrices,
        int steps) {

    /**
     * What relaxing a limit gains.
     *
     * @param limit name and side of the limit
     * @param perUnit gain in the objective of the convex programme, per unit of the limit
     */
    public record ShadowPrice(String limit, double perUnit) {}

    /** Distance of value and bound. */
    public double gap() {
        return Math.abs(value - bound);
    }

    /** Returns expected return above the risk-free one, per volatility. */
    public double sharpe(double riskFree) {
        return (expectedReturn - riskFree) / volatility;
    }
}
