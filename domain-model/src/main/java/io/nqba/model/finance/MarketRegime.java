package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a figure of the market stands against its own past. Crosses the grid wire. */
public final class MarketRegime {
    private final RegimeState state;

    private final double value;

    private final double rank;

    private final int lastingDays;

    private final double lowShare;

    private final double highShare;

    /**
     * @param state regime of the last day
     * @param value the figure
     * @param rank share of the past five years below it, 0 to 1; not a number without enough past
     * @param lastingDays trading days in a row that the regime has lasted
     * @param lowShare part of the judged days in the low regime
     * @param highShare part of the judged days in the high regime
     */
    public MarketRegime(
            RegimeState state, double value, double rank, int lastingDays, double lowShare, double highShare) {
        this.state = state;
        this.value = value;
        this.rank = rank;
        this.lastingDays = lastingDays;
        this.lowShare = lowShare;
        this.highShare = highShare;
    }

    /** Returns regime of the last day. */
    public RegimeState state() {
        return state;
    }

    /** Returns the figure. */
    public double value() {
        return value;
    }

    /** Returns share of the past five years below it, 0 to 1; not a number without enough past. */
    public double rank() {
        return rank;
    }

    /** Returns trading days in a row that the regime has lasted. */
    public int lastingDays() {
        return lastingDays;
    }

    /** Returns part of the judged days in the low regime. */
    public double lowShare() {
        return lowShare;
    }

    /** Returns part of the judged days in the high regime. */
    public double highShare() {
        return highShare;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketRegime that
                && state.equals(that.state)
                && Double.compare(value, that.value) == 0
                && Double.compare(rank, that.rank) == 0
                && lastingDays == that.lastingDays
                && Double.compare(lowShare, that.lowShare) == 0
                && Double.compare(highShare, that.highShare) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, value, rank, lastingDays, lowShare, highShare);
    }

    @Override
    public String toString() {
        return "MarketRegime[%s, %s, %s]".formatted(state, value, rank);
    }
}
