package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link PriceBar}: one instrument, one day. */
public final class PriceBarKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "INSTRUMENT_ID")
    private final String instrumentId;

    @QuerySqlField(name = "TRADING_DAY")
    private final long day;

    /**
     * @param instrumentId the {@link Instrument}; its bars live on one node
     * @param day day of trading, epoch day
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PriceBarKey(String instrumentId, long day) {
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.day = day;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public long day() {
        return day;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceBarKey that && instrumentId.equals(that.instrumentId) && day == that.day;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, day);
    }

    @Override
    public String toString() {
        return "PriceBarKey[%s, %s]".formatted(instrumentId, day);
    }
}
