package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** What one instrument cost on one day. Prices are in the currency of the instrument. */
public final class PriceBar {
    @QuerySqlField(name = "OPEN_PRICE")
    private final double open;

    @QuerySqlField(name = "HIGH_PRICE")
    private final double high;

    @QuerySqlField(name = "LOW_PRICE")
    private final double low;

    @QuerySqlField(name = "CLOSE_PRICE")
    private final double close;

    @QuerySqlField(name = "ADJUSTED_CLOSE")
    private final double adjustedClose;

    @QuerySqlField(name = "VOLUME")
    private final double volume;

    @QuerySqlField(name = "LAST_TICK_MILLIS")
    private final long lastTickMillis;

    /** Makes a bar that no tick has changed: {@code lastTickMillis} is 0. */
    public PriceBar(double open, double high, double low, double close, double adjustedClose, double volume) {
        this(open, high, low, close, adjustedClose, volume, 0);
    }

    /**
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param close last price, as it was paid that day
     * @param adjustedClose last price in shares of today: splits and distributions taken out
     * @param volume shares traded; 0 where it is not known
     * @param lastTickMillis when the last tick that counts was paid, epoch milliseconds; 0 when it has none
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PriceBar(
            double open,
            double high,
            double low,
            double close,
            double adjustedClose,
            double volume,
            long lastTickMillis) {
        this.open = priceOf("open", open);
        this.high = priceOf("high", high);
        this.low = priceOf("low", low);
        this.close = priceOf("close", close);
        this.adjustedClose = priceOf("adjustedClose", adjustedClose);
        this.volume = Require.finite("volume", Require.notNegative("volume", volume, "shares"), "shares");
        this.lastTickMillis = lastTickMillis;
    }

    public double open() {
        return open;
    }

    public double high() {
        return high;
    }

    public double low() {
        return low;
    }

    public double close() {
        return close;
    }

    public double adjustedClose() {
        return adjustedClose;
    }

    public double volume() {
        return volume;
    }

    public long lastTickMillis() {
        return lastTickMillis;
    }

    private static double priceOf(String name, double price) {
        return Require.finite(name, Require.positive(name, price, ""), "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceBar that
                && Double.compare(open, that.open) == 0
                && Double.compare(high, that.high) == 0
                && Double.compare(low, that.low) == 0
                && Double.compare(close, that.close) == 0
                && Double.compare(adjustedClose, that.adjustedClose) == 0
                && Double.compare(volume, that.volume) == 0
                && lastTickMillis == that.lastTickMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(open, high, low, close, adjustedClose, volume, lastTickMillis);
    }

    @Override
    public String toString() {
        return "PriceBar[%s, %s, %s, %s, %s, %s]".formatted(open, high, low, close, adjustedClose, volume);
    }
}
