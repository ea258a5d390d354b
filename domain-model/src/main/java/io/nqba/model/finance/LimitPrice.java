package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one unit more of a binding limit would gain. Part of a {@link PortfolioProposal}. */
public final class LimitPrice {
    private final String limit;

    private final double perUnit;

    /**
     * @param limit the limit in words
     * @param perUnit gain in the objective of the convex programme, per unit of the limit
     */
    public LimitPrice(String limit, double perUnit) {
        this.limit = limit;
        this.perUnit = perUnit;
    }

    public String limit() {
        return limit;
    }

    public double perUnit() {
        return perUnit;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitPrice that
                && limit.equals(that.limit)
                && Double.compare(perUnit, that.perUnit) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(limit, perUnit);
    }

    @Override
    public String toString() {
        return "LimitPrice[%s, %s]".formatted(limit, perUnit);
    }
}
