package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much of a limit is used. Crosses the grid wire. */
public final class LimitUse {
    private final RiskLimit limit;

    private final double level;

    private final String worst;

    private final LimitStatus status;

    private final String note;

    /**
     * @param limit the limit
     * @param level where the measure stands
     * @param worst instrument, sector or issuer that is nearest to the limit; empty where it concerns the whole
     * @param status how it stands
     * @param note backtest of a tail loss in words; empty for the others
     */
    public LimitUse(RiskLimit limit, double level, String worst, LimitStatus status, String note) {
        this.limit = limit;
        this.level = level;
        this.worst = worst;
        this.status = status;
        this.note = note;
    }

    public RiskLimit limit() {
        return limit;
    }

    public double level() {
        return level;
    }

    public String worst() {
        return worst;
    }

    public LimitStatus status() {
        return status;
    }

    public String note() {
        return note;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitUse that
                && limit.equals(that.limit)
                && Double.compare(level, that.level) == 0
                && worst.equals(that.worst)
                && status == that.status
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limit, level, worst, status, note);
    }

    @Override
    public String toString() {
        return "LimitUse[%s, %s, %s]".formatted(limit, level, status);
    }
}
