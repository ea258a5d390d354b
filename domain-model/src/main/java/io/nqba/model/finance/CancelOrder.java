package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wish to withdraw an order. Crosses the grid wire. */
public final class CancelOrder {
    private final String portfolioId;

    private final String orderId;

    private final String account;

    /**
     * @param portfolioId portfolio of the order
     * @param orderId the order
     * @param account who asks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public CancelOrder(String portfolioId, String orderId, String account) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.orderId = Require.text("orderId", orderId);
        this.account = Require.text("account", account);
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String orderId() {
        return orderId;
    }

    public String account() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CancelOrder that
                && portfolioId.equals(that.portfolioId)
                && orderId.equals(that.orderId)
                && account.equals(that.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, orderId, account);
    }

    @Override
    public String toString() {
        return "CancelOrder[%s, %s, %s]".formatted(portfolioId, orderId, account);
    }
}
