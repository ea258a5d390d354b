package io.nqba.model.finance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a limit refuses an order. Crosses the grid wire. */
public final class LimitRefusal {
    private final String limitId;

    private final RiskScope scope;

    private final LimitMeasure measure;

    private final String worst;

    private final double before;

    private final double after;

    private final double breachLevel;

    private final long largestShares;

    private final String note;

    /**
     * @param limitId the limit
     * @param scope whether it is one of the book or of the portfolio
     * @param measure what it limits
     * @param worst instrument, sector or issuer concerned; empty where it concerns the whole
     * @param before level before the order, open orders included
     * @param after level if the order trades in full
     * @param breachLevel highest level allowed
     * @param largestShares largest order of the same direction that passes this limit, shares, whole lots
     * @param note backtest of a tail loss in words; empty for the others
     */
    public LimitRefusal(
            String limitId,
            RiskScope scope,
            LimitMeasure measure,
            String worst,
            double before,
            double after,
            double breachLevel,
            long largestShares,
            String note) {
        this.limitId = limitId;
        this.scope = scope;
        this.measure = measure;
        this.worst = worst;
        this.before = before;
        this.after = after;
        this.breachLevel = breachLevel;
        this.largestShares = largestShares;
        this.note = note;
    }

    public String limitId() {
        return limitId;
    }

    public RiskScope scope() {
        return scope;
    }

    public LimitMeasure measure() {
        return measure;
    }

    public String worst() {
        return worst;
    }

    public double before() {
        return before;
    }

    public double after() {
        return after;
    }

    public double breachLevel() {
        return breachLevel;
    }

    public long largestShares() {
        return largestShares;
    }

    public String note() {
        return note;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitRefusal that
                && limitId.equals(that.limitId)
                && scope == that.scope
                && measure == that.measure
                && worst.equals(that.worst)
                && Double.compare(before, that.before) == 0
                && Double.compare(after, that.after) == 0
                && Double.compare(breachLevel, that.breachLevel) == 0
                && largestShares == that.largestShares
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limitId, scope, measure, worst, before, after, breachLevel, largestShares, note);
    }

    @Override
    public String toString() {
        return "LimitRefusal[%s, %s, %s, %s, %s]".formatted(limitId, measure, before, after, largestShares);
    }
}
