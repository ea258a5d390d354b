package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Shares that an order traded on paper. */
public final class Trade {
    @QuerySqlField(name = "ORDER_ID", index = true)
    private final String orderId;

    @QuerySqlField(name = "INSTRUMENT_ID")
    private final String instrumentId;

    @QuerySqlField(name = "SIDE")
    private final OrderSide side;

    @QuerySqlField(name = "SHARES")
    private final long shares;

    @QuerySqlField(name = "PRICE")
    private final double price;

    @QuerySqlField(name = "COST")
    private final double cost;

    @QuerySqlField(name = "AT_MILLIS")
    private final long atMillis;

    /**
     * @param orderId the order
     * @param instrumentId the instrument
     * @param side direction
     * @param shares shares traded
     * @param price price of one share
     * @param cost cost of trading beside the price, money
     * @param atMillis time of the tick, epoch milliseconds
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Trade(
            String orderId,
            String instrumentId,
            OrderSide side,
            long shares,
            double price,
            double cost,
            long atMillis) {
        this.orderId = Require.text("orderId", orderId);
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.side = side;
        this.shares = Require.within("shares", shares, 1, Long.MAX_VALUE);
        this.price = Require.finite("price", Require.positive("price", price, ""), "");
        this.cost = Require.finite("cost", Require.notNegative("cost", cost, ""), "");
        this.atMillis = atMillis;
    }

    public String orderId() {
        return orderId;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public OrderSide side() {
        return side;
    }

    public long shares() {
        return shares;
    }

    public double price() {
        return price;
    }

    public double cost() {
        return cost;
    }

    public long atMillis() {
        return atMillis;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Trade that
                && orderId.equals(that.orderId)
                && instrumentId.equals(that.instrumentId)
                && side == that.side
                && shares == that.shares
                && Double.compare(price, that.price) == 0
                && Double.compare(cost, that.cost) == 0
                && atMillis == that.atMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderId, instrumentId, side, shares, price, cost, atMillis);
    }

    @Override
    public String toString() {
        return "Trade[%s, %s, %s, %s]".formatted(orderId, side, shares, price);
    }
}
