package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of an {@link Order}. */
public final class OrderKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "ORDER_ID", index = true)
    private final String orderId;

    /**
     * @param portfolioId portfolio; its orders live on its node
     * @param orderId identifier
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public OrderKey(String portfolioId, String orderId) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.orderId = Require.text("orderId", orderId);
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String orderId() {
        return orderId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderKey that && portfolioId.equals(that.portfolioId) && orderId.equals(that.orderId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, orderId);
    }

    @Override
    public String toString() {
        return "OrderKey[%s, %s]".formatted(portfolioId, orderId);
    }
}
