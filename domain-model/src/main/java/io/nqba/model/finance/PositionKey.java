package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Position}: one portfolio, one instrument. */
public final class PositionKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "INSTRUMENT_ID", index = true)
    private final String instrumentId;

    /**
     * @param portfolioId the {@link Portfolio}; its positions live on its node
     * @param instrumentId the {@link Instrument}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PositionKey(String portfolioId, String instrumentId) {
        this.portfolioId = Require.text("portfolioId", portfolioId);
        this.instrumentId = Require.text("instrumentId", instrumentId);
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String instrumentId() {
        return instrumentId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PositionKey that
                && portfolioId.equals(that.portfolioId)
                && instrumentId.equals(that.instrumentId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(portfolioId, instrumentId);
    }

    @Override
    public String toString() {
        return "PositionKey[%s, %s]".formatted(portfolioId, instrumentId);
    }
}
