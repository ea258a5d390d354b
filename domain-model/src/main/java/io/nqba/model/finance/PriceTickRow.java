package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One price as a client sends it, not yet checked. */
public final class PriceTickRow {
    private final String instrumentId;

    private final long atMillis;

    private final double price;

    private final double volumeShares;

    /**
     * @param instrumentId the {@link Instrument}
     * @param atMillis when it was paid, epoch milliseconds
     * @param price price of one share, currency of the instrument
     * @param volumeShares shares traded at it; 0 where it is not known
     */
    public PriceTickRow(String instrumentId, long atMillis, double price, double volumeShares) {
        this.instrumentId = instrumentId;
        this.atMillis = atMillis;
        this.price = price;
        this.volumeShares = volumeShares;
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
        return other instanceof PriceTickRow that
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
        return "PriceTickRow[%s, %s, %s, %s]".formatted(instrumentId, atMillis, price, volumeShares);
    }
}
