package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a stress scenario does to one instrument. Crosses the grid wire. */
public final class StressPart {
    private final String instrumentId;

    private final double change;

    private final double profit;

    /**
     * @param instrumentId the instrument
     * @param change change of its price
     * @param profit profit, below 0 a loss, money
     */
    public StressPart(String instrumentId, double change, double profit) {
        this.instrumentId = instrumentId;
        this.change = change;
        this.profit = profit;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public double change() {
        return change;
    }

    public double profit() {
        return profit;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StressPart that
                && instrumentId.equals(that.instrumentId)
                && Double.compare(change, that.change) == 0
                && Double.compare(profit, that.profit) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, change, profit);
    }

    @Override
    public String toString() {
        return "StressPart[%s, %s, %s]".formatted(instrumentId, change, profit);
    }
}
