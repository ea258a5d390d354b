package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Trade}. */
public final class TradeKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "TRADE_ID")
    private final String tradeId;

    /**
     * @param portfolioId portfolio; its trades live on its node
     * @param tradeId order and tick, so that a tick that comes twice trades once
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public TradeKey(String portfolioId, String tradeId) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.tradeId = Require.text("tradeId", tradeId);
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String tradeId() {
        return tradeId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TradeKey that && portfolioId.equals(that.portfolioId) && tradeId.equals(that.tradeId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, tradeId);
    }

    @Override
    public String toString() {
        return "TradeKey[%s, %s]".formatted(portfolioId, tradeId);
    }
}
