package io.nqba.compute.kernel.backtest;

/**
 * What a backtest traded and what that cost. Costs are shares of the capital it began with.
 *
 * @param turnover half of what was bought and sold, per mean wealth and year: 1 replaces everything once a year
 * @param hitRate share of positions that made money after their costs; open ones count at the last close; not a number without any
 * @param positions positions that were opened
 * @param trades single purchases and sales
 * @param fees broker fees
 * @param slippage loss against the quoted prices
 * @param financing interest on borrowed cash and shares
 * @param delistingLoss lost when instruments were delisted
 * @param exposure mean invested value per wealth, long and short added
 */
public record Trading(
        double turnover,
        double hitRate,
        int positions,
        int trades,
        double fees,
        double slippage,
        double financing,
        double delistingLoss,
        double exposure) {

    /** Returns all costs together. */
    public double cost() {
        return fees + slippage + financing + delistingLoss;
    }
}
