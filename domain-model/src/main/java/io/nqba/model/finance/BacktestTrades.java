package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a backtest traded and what that cost. Costs are shares of the capital it began with. */
public final class BacktestTrades {
    private final double turnover;

    private final double hitRate;

    private final int positions;

    private final int trades;

    private final double fees;

    private final double slippage;

    private final double financing;

    private final double delistingLoss;

    private final double exposure;

    /**
     * @param turnover half of what was bought and sold, per mean wealth and year
     * @param hitRate share of positions that made money after their costs; not a number without any
     * @param positions positions that were opened
     * @param trades single purchases and sales
     * @param fees broker fees
     * @param slippage loss against the quoted prices
     * @param financing interest on borrowed cash and shares
     * @param delistingLoss lost when instruments were delisted
     * @param exposure mean invested value per wealth, long and short added
     */
    public BacktestTrades(
            double turnover,
            double hitRate,
            int positions,
            int trades,
            double fees,
            double slippage,
            double financing,
            double delistingLoss,
            double exposure) {
        this.turnover = turnover;
        this.hitRate = hitRate;
        this.positions = positions;
        this.trades = trades;
        this.fees = fees;
        this.slippage = slippage;
        this.financing = financing;
        this.delistingLoss = delistingLoss;
        this.exposure = exposure;
    }

    /** Returns half of what was bought and sold, per mean wealth and year. */
    public double turnover() {
        return turnover;
    }

    /** Returns share of positions that made money after their costs; not a number without any. */
    public double hitRate() {
        return hitRate;
    }

    /** Returns positions that were opened. */
    public int positions() {
        return positions;
    }

    /** Returns single purchases and sales. */
    public int trades() {
        return trades;
    }

    /** Returns broker fees. */
    public double fees() {
        return fees;
    }

    /** Returns loss against the quoted prices. */
    public double slippage() {
        return slippage;
    }

    /** Returns interest on borrowed cash and shares. */
    public double financing() {
        return financing;
    }

    /** Returns lost when instruments were delisted. */
    public double delistingLoss() {
        return delistingLoss;
    }

    /** Returns mean invested value per wealth, long and short added. */
    public double exposure() {
        return exposure;
    }

    /** Returns all costs together. */
    public double cost() {
        return fees + slippage + financing + delistingLoss;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BacktestTrades that
                && Double.compare(turnover, that.turnover) == 0
                && Double.compare(hitRate, that.hitRate) == 0
                && positions == that.positions
                && trades == that.trades
                && Double.compare(fees, that.fees) == 0
                && Double.compare(slippage, that.slippage) == 0
                && Double.compare(financing, that.financing) == 0
                && Double.compare(delistingLoss, that.delistingLoss) == 0
                && Double.compare(exposure, that.exposure) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(turnover, hitRate, positions, trades, fees, slippage, financing, delistingLoss, exposure);
    }

    @Override
    public String toString() {
        return "BacktestTrades[%s, %s, %s]".formatted(turnover, hitRate, positions);
    }
}
