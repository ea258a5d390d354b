package io.nqba.model.energy;

import io.nqba.model.error.Require;
import java.time.Instant;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** Key of a {@link PriceSignal}. */
public final class PriceSignalKey {
    private static final String PRICE_BY_TARIFF_TIME = "price_by_tariff_time";

    @QuerySqlField(name = "TARIFF_ID", orderedGroups = @QuerySqlField.Group(name = PRICE_BY_TARIFF_TIME, order = 0))
    private final String tariffId;

    @QuerySqlField(name = "START_MILLIS", orderedGroups = @QuerySqlField.Group(name = PRICE_BY_TARIFF_TIME, order = 1))
    private final long startMillis;

    /**
     * @param tariffId the {@link Tariff}
     * @param startMillis beginning of the interval, inclusive, epoch milliseconds (UTC)
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PriceSignalKey(String tariffId, long startMillis) {
        this.tariffId = Require.text("tariffId", tariffId);
        this.startMillis = startMillis;
    }

    public String tariffId() {
        return tariffId;
    }

    public long startMillis() {
        return startMillis;
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceSignalKey that
                && tariffId.equals(that.tariffId)
                && startMillis == that.startMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tariffId, startMillis);
    }

    @Override
    public String toString() {
        return "PriceSignalKey[%s, %s]".formatted(tariffId, startMillis);
    }
}
