package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A price somebody paid. Crosses the grid wire. */
public final class PriceTick {
    private final String instrumentId;

    private final long atMillis;

    private final double price;

    private final double volumeShares;

    /**
     * @param instrumentId the instrument
     * @param atMillis when, epoch milliseconds
     * @param price price of one share
     * @param volumeShares shares traded at it; 0 where not known
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public PriceTick(String instrumentId, long atMillis, double price, double volumeShares) {
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.atMillis = atMillis;
        this.price = Require.finite("price", Require.positive("price", price, ""), "");
        this.volumeShares = Require.finite("volumeShares", Require.notNegative("volumeShares", volumeShares, ""), "");
    }

    public String instrumentId() {
        return instrumentId;
    }

    public long atMillis() {
        return atMillis;
    }

    public double price() {
        return price;
    }

    public double volumeShares() {
        return volumeShares;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PriceTick that
                && instrumentId.equals(that.instrumentId)
                && atMillis == that.atMillis
                && Double.compare(price, that.price) == 0
                && Double.compare(volumeShares, that.volumeShares) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, atMillis, price, volumeShares);
    }

    @Override
    public String toString() {
        return "PriceTick[%s, %s, %s, %s]".formatted(instrumentId, atMillis, price, volumeShares);
    }
}
