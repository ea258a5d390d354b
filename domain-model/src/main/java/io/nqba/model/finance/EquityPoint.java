package io.nqba.model.finance;

import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What one unit of money had become on one day of a backtest, and what it would have by equal weights. */
public final class EquityPoint {
    @QuerySqlField(name = "WEALTH")
    private final double wealth;

    @QuerySqlField(name = "EQUAL_WEIGHT")
    private final double equalWeight;

    @QuerySqlField(name = "DRAWDOWN")
    private final double drawdown;

    @QuerySqlField(name = "EQUAL_DRAWDOWN")
    private final double equalDrawdown;

    /**
     * @param wealth wealth of the strategy, 1 at the start
     * @param equalWeight wealth of equal weights, 1 at the start
     * @param drawdown loss of the strategy from its highest wealth before, 0 to 1
     * @param equalDrawdown the same of equal weights
     */
    public EquityPoint(double wealth, double equalWeight, double drawdown, double equalDrawdown) {
        this.wealth = wealth;
        this.equalWeight = equalWeight;
        this.drawdown = drawdown;
        this.equalDrawdown = equalDrawdown;
    }

    /** Returns wealth of the strategy, 1 at the start. */
    public double wealth() {
        return wealth;
    }

    /** Returns wealth of equal weights, 1 at the start. */
    public double equalWeight() {
        return equalWeight;
    }

    /** Returns loss of the strategy from its highest wealth before, 0 to 1. */
    public double drawdown() {
        return drawdown;
    }

    /** Returns the same of equal weights. */
    public double equalDrawdown() {
        return equalDrawdown;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EquityPoint that
                && Double.compare(wealth, that.wealth) == 0
                && Double.compare(equalWeight, that.equalWeight) == 0
                && Double.compare(drawdown, that.drawdown) == 0
                && Double.compare(equalDrawdown, that.equalDrawdown) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(wealth, equalWeight, drawdown, equalDrawdown);
    }

    @Override
    public String toString() {
        return "EquityPoint[%s, %s, %s]".formatted(wealth, equalWeight, drawdown);
    }
}
