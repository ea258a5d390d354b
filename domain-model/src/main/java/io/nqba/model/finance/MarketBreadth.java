package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many instruments take part in a movement. Crosses the grid wire. */
public final class MarketBreadth {
    private final int instruments;

    private final double aboveAverage;

    private final double advancing;

    private final double newHighs;

    private final double newLows;

    /**
     * @param instruments instruments with a price on the last day
     * @param aboveAverage share above their mean of 200 days; not a number without any
     * @param advancing share that rose, of those that moved
     * @param newHighs share at their highest close of a year
     * @param newLows share at their lowest close of a year
     */
    public MarketBreadth(int instruments, double aboveAverage, double advancing, double newHighs, double newLows) {
        this.instruments = instruments;
        this.aboveAverage = aboveAverage;
        this.advancing = advancing;
        this.newHighs = newHighs;
        this.newLows = newLows;
    }

    /** Returns instruments with a price on the last day. */
    public int instruments() {
        return instruments;
    }

    /** Returns share above their mean of 200 days; not a number without any. */
    public double aboveAverage() {
        return aboveAverage;
    }

    /** Returns share that rose, of those that moved. */
    public double advancing() {
        return advancing;
    }

    /** Returns share at their highest close of a year. */
    public double newHighs() {
        return newHighs;
    }

    /** Returns share at their lowest close of a year. */
    public double newLows() {
        return newLows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketBreadth that
                && instruments == that.instruments
                && Double.compare(aboveAverage, that.aboveAverage) == 0
                && Double.compare(advancing, that.advancing) == 0
                && Double.compare(newHighs, that.newHighs) == 0
                && Double.compare(newLows, that.newLows) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instruments, aboveAverage, advancing, newHighs, newLows);
    }

    @Override
    public String toString() {
        return "MarketBreadth[%s, %s, %s]".formatted(instruments, aboveAverage, advancing);
    }
}
