package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one portfolio is worth. Its past is that of what it holds today: trades before are not played back. */
public final class PortfolioLine {
    private final String portfolioId;

    private final String name;

    private final String owner;

    private final double value;

    private final double cash;

    private final int positions;

    private final double valueBefore;

    private final double valueAtStart;

    /**
     * @param portfolioId the {@link Portfolio}
     * @param name what people call it
     * @param owner for whom it is held
     * @param value cash and shares at the last close of the range
     * @param cash money not invested
     * @param positions instruments held
     * @param valueBefore the same holdings a day earlier
     * @param valueAtStart the same holdings on the first day of the range
     */
    public PortfolioLine(
            String portfolioId,
            String name,
            String owner,
            double value,
            double cash,
            int positions,
            double valueBefore,
            double valueAtStart) {
        this.portfolioId = portfolioId;
        this.name = name;
        this.owner = owner;
        this.value = value;
        this.cash = cash;
        this.positions = positions;
        this.valueBefore = valueBefore;
        this.valueAtStart = valueAtStart;
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String name() {
        return name;
    }

    public String owner() {
        return owner;
    }

    public double value() {
        return value;
    }

    public double cash() {
        return cash;
    }

    public int positions() {
        return positions;
    }

    public double valueBefore() {
        return valueBefore;
    }

    public double valueAtStart() {
        return valueAtStart;
    }

    /** Returns the change of a day as a share of the value before; not a number when there was none. */
    public double dayChange() {
        return value / valueBefore - 1;
    }

    /** Returns the change over the range as a share of the value at its start; not a number when there was none. */
    public double rangeReturn() {
        return value / valueAtStart - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortfolioLine that
                && portfolioId.equals(that.portfolioId)
                && name.equals(that.name)
                && owner.equals(that.owner)
                && Double.compare(value, that.value) == 0
                && Double.compare(cash, that.cash) == 0
                && positions == that.positions
                && Double.compare(valueBefore, that.valueBefore) == 0
                && Double.compare(valueAtStart, that.valueAtStart) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, name, owner, value, cash, positions, valueBefore, valueAtStart);
    }

    @Override
    public String toString() {
        return "PortfolioLine[%s, %s, %s, %s, %s, %s]".formatted(portfolioId, name, owner, value, cash, positions);
    }
}
