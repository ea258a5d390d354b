package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule tried on the past beside equal weights of the same instruments: it saw two years and held the next quarter, again and again. Part of a {@link PortfolioProposal}. */
public final class PastTrial {
    private final int windows;

    private final int failed;

    private final int days;

    private final double growth;

    private final double volatility;

    private final double sharpe;

    private final double equalGrowth;

    private final double equalVolatility;

    private final double equalSharpe;

    /**
     * @param windows how often it decided
     * @param failed how often its limits could not be kept and equal weights were held instead
     * @param days days held
     * @param growth per year, compounded
     * @param volatility per year
     * @param sharpe Sharpe ratio
     * @param equalGrowth the same of equal weights
     * @param equalVolatility the same of equal weights
     * @param equalSharpe the same of equal weights
     */
    public PastTrial(
            int windows,
            int failed,
            int days,
            double growth,
            double volatility,
            double sharpe,
            double equalGrowth,
            double equalVolatility,
            double equalSharpe) {
        this.windows = windows;
        this.failed = failed;
        this.days = days;
        this.growth = growth;
        this.volatility = volatility;
        this.sharpe = sharpe;
        this.equalGrowth = equalGrowth;
        this.equalVolatility = equalVolatility;
        this.equalSharpe = equalSharpe;
    }

    public int windows() {
        return windows;
    }

    public int failed() {
        return failed;
    }

    public int days() {
        return days;
    }

    public double growth() {
        return growth;
    }

    public double volatility() {
        return volatility;
    }

    public double sharpe() {
        return sharpe;
    }

    public double equalGrowth() {
        return equalGrowth;
    }

    public double equalVolatility() {
        return equalVolatility;
    }

    public double equalSharpe() {
        return equalSharpe;
    }

    /** Returns whether equal weights did at least as well for the risk they took. */
    public boolean equalWon() {
        return !(sharpe > equalSharpe);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PastTrial that
                && windows == that.windows
                && failed == that.failed
                && days == that.days
                && Double.compare(growth, that.growth) == 0
                && Double.compare(volatility, that.volatility) == 0
                && Double.compare(sharpe, that.sharpe) == 0
                && Double.compare(equalGrowth, that.equalGrowth) == 0
                && Double.compare(equalVolatility, that.equalVolatility) == 0
                && Double.compare(equalSharpe, that.equalSharpe) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                windows, failed, days, growth, volatility, sharpe, equalGrowth, equalVolatility, equalSharpe);
    }

    @Override
    public String toString() {
        return "PastTrial[%s, %s]".formatted(windows, failed);
    }
}
