package io.nqba.compute.kernel.backtest;

/**
 * A rule that says what to hold. One object serves one backtest, day by day in order, so it may remember what it decided before.
 * The same prices must give the same decisions.
 */
@FunctionalInterface
public interface TradingStrategy {
    /**
     * Decides after the close of a day; the decision is executed on the next one.
     *
     * @param past what is known
     * @param weights shape {@code [assets]}, share of the wealth to hold, negative to sell short; comes with the last decision and is
     *     changed in place. What is left to 1 stays in cash, what exceeds it is borrowed.
     * @return whether to trade; false leaves all holdings as they are
     */
    boolean decide(PastPrices past, double[] weights);
}
