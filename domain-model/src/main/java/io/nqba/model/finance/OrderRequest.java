package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order on its way in. Crosses the grid wire. */
public final class OrderRequest {
    private final String orderId;

    private final String portfolioId;

    private final String instrumentId;

    private final OrderSide side;

    private final OrderKind kind;

    private final long shares;

    private final double limitPrice;

    private final String account;

    /**
     * @param orderId identifier that the console chose; the same order under the same id is taken once
     * @param portfolioId for which portfolio
     * @param instrumentId which instrument
     * @param side direction
     * @param kind at which price
     * @param shares how many, whole lots
     * @param limitPrice worst price of a limit order; not a number for a market order
     * @param account who asks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public OrderRequest(
            String orderId,
            String portfolioId,
            String instrumentId,
            OrderSide side,
            OrderKind kind,
            long shares,
            double limitPrice,
            String account) {
        this.orderId = Require.text("orderId", orderId);
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.side = side;
        this.kind = kind;
        this.shares = shares;
        this.limitPrice = limitPrice;
        this.account = Require.text("account", account);
    }

    public String orderId() {
        return orderId;
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public OrderSide side() {
        return side;
    }

    public OrderKind kind() {
        return kind;
    }

    public long shares() {
        return shares;
    }

    public double limitPrice() {
        return limitPrice;
    }

    public String account() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderRequest that
                && orderId.equals(that.orderId)
                && portfolioId.equals(that.portfolioId)
                && instrumentId.equals(that.instrumentId)
                && side == that.side
                && kind == that.kind
                && shares == that.shares
                && Double.compare(limitPrice, that.limitPrice) == 0
                && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderId, portfolioId, instrumentId, side, kind, shares, limitPrice, account);
    }

    @Override
    public String toString() {
        return "OrderRequest[%s, %s, %s, %s, %s]".formatted(orderId, portfolioId, instrumentId, side, shares);
    }
}
