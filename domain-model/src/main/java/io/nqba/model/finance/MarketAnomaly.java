package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something out of the ordinary that one instrument did on one day. Crosses the grid wire. */
public final class MarketAnomaly {
    private final String instrumentId;

    private final long day;

    private final AnomalyKind kind;

    private final double value;

    private final double usual;

    private final double score;

    /**
     * @param instrumentId the {@link Instrument}
     * @param day epoch day
     * @param kind what was out of the ordinary
     * @param value the return, such as 0.1 for 10 %, or the shares traded
     * @param usual what would have been usual: the median of the year before
     * @param score distance from it in robust standard deviations
     */
    public MarketAnomaly(String instrumentId, long day, AnomalyKind kind, double value, double usual, double score) {
        this.instrumentId = instrumentId;
        this.day = day;
        this.kind = kind;
        this.value = value;
        this.usual = usual;
        this.score = score;
    }

    /** Returns the {@link Instrument}. */
    public String instrumentId() {
        return instrumentId;
    }

    /** Returns epoch day. */
    public long day() {
        return day;
    }

    /** Returns what was out of the ordinary. */
    public AnomalyKind kind() {
        return kind;
    }

    /** Returns the return, such as 0.1 for 10 %, or the shares traded. */
    public double value() {
        return value;
    }

    /** Returns what would have been usual: the median of the year before. */
    public double usual() {
        return usual;
    }

    /** Returns distance from it in robust standard deviations. */
    public double score() {
        return score;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketAnomaly that
                && instrumentId.equals(that.instrumentId)
                && day == that.day
                && kind.equals(that.kind)
                && Double.compare(value, that.value) == 0
                && Double.compare(usual, that.usual) == 0
                && Double.compare(score, that.score) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(instrumentId, day, kind, value, usual, score);
    }

    @Override
    public String toString() {
        return "MarketAnomaly[%s, %s, %s]".formatted(instrumentId, day, kind);
    }
}
