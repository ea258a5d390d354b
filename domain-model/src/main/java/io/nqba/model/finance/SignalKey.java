package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.affinity.AffinityKeyMapped;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link Signal}; signals of one instrument live together. */
public final class SignalKey {
    @AffinityKeyMapped
    @QuerySqlField(name = "INSTRUMENT_ID")
    private final String instrumentId;

    @QuerySqlField(name = "STRATEGY_ID")
    private final String strategyId;

    @QuerySqlField(name = "TRADING_DAY")
    private final long day;

    /**
     * @param instrumentId the {@link Instrument}
     * @param strategyId the {@link Strategy}
     * @param day day whose close the signal was made on, epoch day
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public SignalKey(String instrumentId, String strategyId, long day) {
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.strategyId = Require.text("strategyId", strategyId);
        this.day = day;
    }

    /** Returns the {@link Instrument}. */
    public String instrumentId() {
        return instrumentId;
    }

    /** Returns the {@link Strategy}. */
    public String strategyId() {
        return strategyId;
    }

    /** Returns day whose close the signal was made on, epoch day. */
    public long day() {
        return day;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignalKey that
                && instrumentId.equals(that.instrumentId)
                && strategyId.equals(that.strategyId)
                && day == that.day;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, strategyId, day);
    }

    @Override
    public String toString() {
        return "SignalKey[%s, %s, %s]".formatted(instrumentId, strategyId, day);
    }
}
