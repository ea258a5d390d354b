package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one portfolio of a book could lose, and its part in what the book could. Part of a {@link BookRiskReport}. */
public final class PortfolioRisk {
    private final String portfolioId;

    private final String name;

    private final double value;

    private final double valueAtRisk95;

    private final double valueAtRisk99;

    private final double share;

    /**
     * @param portfolioId the portfolio; empty for all that have no line of their own
     * @param name what people call it
     * @param value net value, money
     * @param valueAtRisk95 loss of one day that 95 % of the days stay below, historical, money
     * @param valueAtRisk99 the same for 99 %
     * @param share part of the book's value at risk, by how it moves with the book; all shares sum to 1, a hedge has a negative one; not a number where the book does not move
     */
    public PortfolioRisk(
            String portfolioId, String name, double value, double valueAtRisk95, double valueAtRisk99, double share) {
        this.portfolioId = portfolioId;
        this.name = name;
        this.value = value;
        this.valueAtRisk95 = valueAtRisk95;
        this.valueAtRisk99 = valueAtRisk99;
        this.share = share;
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String name() {
        return name;
    }

    public double value() {
        return value;
    }

    public double valueAtRisk95() {
        return valueAtRisk95;
    }

    public double valueAtRisk99() {
        return valueAtRisk99;
    }

    public double share() {
        return share;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortfolioRisk that
                && portfolioId.equals(that.portfolioId)
                && name.equals(that.name)
                && Double.compare(value, that.value) == 0
                && Double.compare(valueAtRisk95, that.valueAtRisk95) == 0
                && Double.compare(valueAtRisk99, that.valueAtRisk99) == 0
                && Double.compare(share, that.share) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, name, value, valueAtRisk95, valueAtRisk99, share);
    }

    @Override
    public String toString() {
        return "PortfolioRisk[%s, %s]".formatted(portfolioId, name);
    }
}
