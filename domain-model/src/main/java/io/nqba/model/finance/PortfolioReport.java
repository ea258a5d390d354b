package io.nqba.model.finance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A portfolio with its positions at the last prices. */
public final class PortfolioReport {
    private final Portfolio portfolio;

    private final long day;

    private final double value;

    private final List<PositionLine> positions;

    /**
     * @param portfolio the portfolio
     * @param day day of the last prices, epoch day
     * @param value cash and positions
     * @param positions by instrument id
     */
    public PortfolioReport(Portfolio portfolio, long day, double value, List<PositionLine> positions) {
        this.portfolio = portfolio;
        this.day = day;
        this.value = value;
        this.positions = List.copyOf(positions);
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public long day() {
        return day;
    }

    public double value() {
        return value;
    }

    public List<PositionLine> positions() {
        return positions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortfolioReport that
                && portfolio.equals(that.portfolio)
                && day == that.day
                && Double.compare(value, that.value) == 0
                && positions.equals(that.positions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolio, day, value, positions);
    }

    @Override
    public String toString() {
        return "PortfolioReport[%s, %s, %s]".formatted(portfolio, day, value);
    }
}
