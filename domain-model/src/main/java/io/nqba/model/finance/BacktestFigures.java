package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the wealth of a backtest developed over one stretch of days. */
public final class BacktestFigures {
    private final int days;

    private final double annualGrowth;

    private final double volatility;

    private final double sharpe;

    private final double sortino;

    private final double deepestDrawdown;

    private final double skewness;

    private final double kurtosis;

    /**
     * @param days returns behind the figures
     * @param annualGrowth compound growth a year (CAGR)
     * @param volatility standard deviation of the returns, a year
     * @param sharpe mean return above the interest on cash per standard deviation, a year
     * @param sortino mean return above the interest on cash per downside deviation, a year
     * @param deepestDrawdown greatest loss from a peak, 0 to 1
     * @param skewness skewness of the daily returns
     * @param kurtosis kurtosis of the daily returns, 3 for normal ones
     */
    public BacktestFigures(
            int days,
            double annualGrowth,
            double volatility,
            double sharpe,
            double sortino,
            double deepestDrawdown,
            double skewness,
            double kurtosis) {
        this.days = days;
        this.annualGrowth = annualGrowth;
        this.volatility = volatility;
        this.sharpe = sharpe;
        this.sortino = sortino;
        this.deepestDrawdown = deepestDrawdown;
        this.skewness = skewness;
        this.kurtosis = kurtosis;
    }

    /** Returns returns behind the figures. */
    public int days() {
        return days;
    }

    /** Returns compound growth a year (CAGR). */
    public double annualGrowth() {
        return annualGrowth;
    }

    /** Returns standard deviation of the returns, a year. */
    public double volatility() {
        return volatility;
    }

    /** Returns mean return above the interest on cash per standard deviation, a year. */
    public double sharpe() {
        return sharpe;
    }

    /** Returns mean return above the interest on cash per downside deviation, a year. */
    public double sortino() {
        return sortino;
    }

    /** Returns greatest loss from a peak, 0 to 1. */
    public double deepestDrawdown() {
        return deepestDrawdown;
    }

    /** Returns skewness of the daily returns. */
    public double skewness() {
        return skewness;
    }

    /** Returns kurtosis of the daily returns, 3 for normal ones. */
    public double kurtosis() {
        return kurtosis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BacktestFigures that
                && days == that.days
                && Double.compare(annualGrowth, that.annualGrowth) == 0
                && Double.compare(volatility, that.volatility) == 0
                && Double.compare(sharpe, that.sharpe) == 0
                && Double.compare(sortino, that.sortino) == 0
                && Double.compare(deepestDrawdown, that.deepestDrawdown) == 0
                && Double.compare(skewness, that.skewness) == 0
                && Double.compare(kurtosis, that.kurtosis) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(days, annualGrowth, volatility, sharpe, sortino, deepestDrawdown, skewness, kurtosis);
    }

    @Override
    public String toString() {
        return "BacktestFigures[%s, %s, %s]".formatted(days, annualGrowth, volatility);
    }
}
