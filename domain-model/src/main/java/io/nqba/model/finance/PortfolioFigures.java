package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a portfolio is expected to do, by the estimates of one run. Part of a {@link PortfolioProposal}. */
public final class PortfolioFigures {
    private final double objective;

    private final double expectedReturn;

    private final double volatility;

    private final double sharpe;

    private final double shortfall;

    private final int names;

    /**
     * @param objective what the run optimises, as a plain number; not a number where it cannot be measured
     * @param expectedReturn per year, before trading cost
     * @param volatility per year
     * @param sharpe expected return above the risk-free one, per volatility; not a number without volatility
     * @param shortfall mean loss of the worst days, share of the capital per day
     * @param names instruments held
     */
    public PortfolioFigures(
            double objective, double expectedReturn, double volatility, double sharpe, double shortfall, int names) {
        this.objective = objective;
        this.expectedReturn = expectedReturn;
        this.volatility = volatility;
        this.sharpe = sharpe;
        this.shortfall = shortfall;
        this.names = names;
    }

    public double objective() {
        return objective;
    }

    public double expectedReturn() {
        return expectedReturn;
    }

    public double volatility() {
        return volatility;
    }

    public double sharpe() {
        return sharpe;
    }

    public double shortfall() {
        return shortfall;
    }

    public int names() {
        return names;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortfolioFigures that
                && Double.compare(objective, that.objective) == 0
                && Double.compare(expectedReturn, that.expectedReturn) == 0
                && Double.compare(volatility, that.volatility) == 0
                && Double.compare(sharpe, that.sharpe) == 0
                && Double.compare(shortfall, that.shortfall) == 0
                && names == that.names;
    }

    @Override
    public int hashCode() {
        return Objects.hash(objective, expectedReturn, volatility, sharpe, shortfall, names);
    }

    @Override
    public String toString() {
        return "PortfolioFigures[%s, %s]".formatted(objective, expectedReturn);
    }
}
