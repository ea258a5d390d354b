package io.nqba.model.finance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a stress scenario does to a book or portfolio that is held through it. Crosses the grid wire. */
public final class StressOutcome {
    private final String name;

    private final StressKind kind;

    private final long fromDay;

    private final long toDay;

    private final double profit;

    private final double share;

    private final List<StressPart> worst;

    private final double uncoveredShare;

    /**
     * @param name the scenario
     * @param kind where it comes from
     * @param fromDay last day before the window, epoch day; 0 for shocks
     * @param toDay last day of the window, epoch day; 0 for shocks
     * @param profit profit, below 0 a loss, money
     * @param share profit as a share of the net value
     * @param worst instruments that lose most, worst first
     * @param uncoveredShare share of the exposure without a price in the window; it counts as unchanged
     */
    public StressOutcome(
            String name,
            StressKind kind,
            long fromDay,
            long toDay,
            double profit,
            double share,
            List<StressPart> worst,
            double uncoveredShare) {
        this.name = name;
        this.kind = kind;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.profit = profit;
        this.share = share;
        this.worst = List.copyOf(worst);
        this.uncoveredShare = uncoveredShare;
    }

    public String name() {
        return name;
    }

    public StressKind kind() {
        return kind;
    }

    public long fromDay() {
        return fromDay;
    }

    public long toDay() {
        return toDay;
    }

    public double profit() {
        return profit;
    }

    public double share() {
        return share;
    }

    public List<StressPart> worst() {
        return worst;
    }

    public double uncoveredShare() {
        return uncoveredShare;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StressOutcome that
                && name.equals(that.name)
                && kind == that.kind
                && fromDay == that.fromDay
                && toDay == that.toDay
                && Double.compare(profit, that.profit) == 0
                && Double.compare(share, that.share) == 0
                && worst.equals(that.worst)
                && Double.compare(uncoveredShare, that.uncoveredShare) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, fromDay, toDay, profit, share, worst, uncoveredShare);
    }

    @Override
    public String toString() {
        return "StressOutcome[%s, %s, %s]".formatted(name, profit, share);
    }
}
