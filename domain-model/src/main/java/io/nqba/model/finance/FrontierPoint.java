package io.nqba.model.finance;

import java.util.Arrays;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** The least risk at one expected return. */
public final class FrontierPoint {
    @QuerySqlField(name = "EXPECTED_RETURN")
    private final double expectedReturn;

    @QuerySqlField(name = "VOLATILITY")
    private final double volatility;

    @QuerySqlField(name = "RISK")
    private final double risk;

    @QuerySqlField(name = "BOUND")
    private final double bound;

    @QuerySqlField(name = "NAMES")
    private final int names;

    private final double[] weights;

    /**
     * @param expectedReturn per year, net of trading cost
     * @param volatility per year
     * @param risk what is least here: the volatility per year, or the expected shortfall per day
     * @param bound what no portfolio of that return within the limits can beat
     * @param names instruments held
     * @param weights in the order of the positions of the {@link PortfolioProposal}
     */
    public FrontierPoint(
            double expectedReturn, double volatility, double risk, double bound, int names, double[] weights) {
        this.expectedReturn = expectedReturn;
        this.volatility = volatility;
        this.risk = risk;
        this.bound = bound;
        this.names = names;
        this.weights = weights.clone();
    }

    public double expectedReturn() {
        return expectedReturn;
    }

    public double volatility() {
        return volatility;
    }

    public double risk() {
        return risk;
    }

    public double bound() {
        return bound;
    }

    public int names() {
        return names;
    }

    public double[] weights() {
        return weights.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrontierPoint that
                && Double.compare(expectedReturn, that.expectedReturn) == 0
                && Double.compare(volatility, that.volatility) == 0
                && Double.compare(risk, that.risk) == 0
                && Double.compare(bound, that.bound) == 0
                && names == that.names
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(expectedReturn, volatility, risk, bound, names, Arrays.hashCode(weights));
    }

    @Override
    public String toString() {
        return "FrontierPoint[%s, %s]".formatted(expectedReturn, volatility);
    }
}
