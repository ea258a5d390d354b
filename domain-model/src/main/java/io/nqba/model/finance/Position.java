package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** How much of one instrument a portfolio holds. */
public final class Position {
    @QuerySqlField(name = "SHARES")
    private final double shares;

    @QuerySqlField(name = "AVERAGE_COST")
    private final double averageCost;

    /**
     * @param shares shares held, of today; negative when sold short
     * @param averageCost what one share cost on average, currency of the instrument
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Position(double shares, double averageCost) {
        this.shares = Require.finite("shares", shares, "shares");
        this.averageCost = Require.finite("averageCost", Require.notNegative("averageCost", averageCost, ""), "");
    }

    public double shares() {
        return shares;
    }

    public double averageCost() {
        return averageCost;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position that
                && Double.compare(shares, that.shares) == 0
                && Double.compare(averageCost, that.averageCost) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shares, averageCost);
    }

    @Override
    public String toString() {
        return "Position[%s, %s]".formatted(shares, averageCost);
    }
}
