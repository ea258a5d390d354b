package io.nqba.model.finance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Risk of a book or portfolio. Crosses the grid wire. */
public final class RiskReport {
    private final RiskScope scope;

    private final String subjectId;

    private final String name;

    private final String currency;

    private final String universeId;

    private final long revision;

    private final long asOfDay;

    private final int estimationDays;

    private final double participation;

    private final long portfolios;

    private final long positions;

    private final double cash;

    private final double netValue;

    private final double grossValue;

    private final List<TailRisk> tails;

    private final double dailyVolatility;

    private final double beta;

    private final String marketId;

    private final double drawdownDepth;

    private final long drawdownPeakDay;

    private final long drawdownTroughDay;

    private final double drawdownCurrent;

    private final List<RiskPart> parts;

    private final List<StressOutcome> stress;

    private final double effectiveNames;

    private final double largestShare;

    private final double topTenShare;

    private final double slowestDaysToSell;

    private final double soldInOneDay;

    private final double soldInFiveDays;

    private final List<LimitUse> limits;

    private final long[] days;

    private final double[] profits;

    private final double uncoveredShare;

    private final List<String> notes;

    private final int nodes;

    /**
     * @param scope book or portfolio
     * @param subjectId its id
     * @param name what people call it
     * @param currency ISO 4217 code of the money
     * @param universeId universe of its prices
     * @param revision revision of these prices
     * @param asOfDay last day of prices, epoch day
     * @param estimationDays days that each tail loss is estimated from
     * @param participation share of the market volume assumed when selling
     * @param portfolios portfolios added up
     * @param positions positions added up
     * @param cash money not invested
     * @param netValue positions and cash, money
     * @param grossValue positions without sign, money
     * @param tails tail losses with their backtests; method by method, 95 % first
     * @param dailyVolatility standard deviation of the daily profit, money
     * @param beta slope of the returns on net value against the market; not a number without a market
     * @param marketId instrument that stands for the market; empty when there is none
     * @param drawdownDepth deepest fall that the value held today would have had, share of the peak
     * @param drawdownPeakDay day of the peak, epoch day
     * @param drawdownTroughDay day of the trough, epoch day
     * @param drawdownCurrent share of the peak missing on the last day
     * @param parts instruments, largest component of volatility first
     * @param stress worst windows of the past, worst first
     * @param effectiveNames number of equal positions that would be as concentrated
     * @param largestShare share of the largest position in the gross value
     * @param topTenShare share of the ten largest
     * @param slowestDaysToSell days that selling the slowest position takes
     * @param soldInOneDay share of the gross value that can be sold in one day
     * @param soldInFiveDays share that can be sold in five days
     * @param limits limits that concern it
     * @param days days of the history, epoch days; read only
     * @param profits profit of what is held today on each of these days, money, shape {@code [days]}; read only
     * @param uncoveredShare mean share of the exposure without a price in the estimation window; it counts as unchanged
     * @param notes what a reader should know, in sentences
     * @param nodes nodes that added up scenarios
     */
    public RiskReport(
            RiskScope scope,
            String subjectId,
            String name,
            String currency,
            String universeId,
            long revision,
            long asOfDay,
            int estimationDays,
            double participation,
            long portfolios,
            long positions,
            double cash,
            double netValue,
            double grossValue,
            List<TailRisk> tails,
            double dailyVolatility,
            double beta,
            String marketId,
            double drawdownDepth,
            long drawdownPeakDay,
            long drawdownTroughDay,
            double drawdownCurrent,
            List<RiskPart> parts,
            List<StressOutcome> stress,
            double effectiveNames,
            double largestShare,
            double topTenShare,
            double slowestDaysToSell,
            double soldInOneDay,
            double soldInFiveDays,
            List<LimitUse> limits,
            long[] days,
            double[] profits,
            double uncoveredShare,
            List<String> notes,
            int nodes) {
        this.scope = scope;
        this.subjectId = subjectId;
        this.name = name;
        this.currency = currency;
        this.universeId = universeId;
        this.revision = revision;
        this.asOfDay = asOfDay;
        this.estimationDays = estimationDays;
        this.participation = participation;
        this.portfolios = portfolios;
        this.positions = positions;
        this.cash = cash;
        this.netValue = netValue;
        this.grossValue = grossValue;
        this.tails = List.copyOf(tails);
        this.dailyVolatility = dailyVolatility;
        this.beta = beta;
        this.marketId = marketId;
        this.drawdownDepth = drawdownDepth;
        this.drawdownPeakDay = drawdownPeakDay;
        this.drawdownTroughDay = drawdownTroughDay;
        this.drawdownCurrent = drawdownCurrent;
        this.parts = List.copyOf(parts);
        this.stress = List.copyOf(stress);
        this.effectiveNames = effectiveNames;
        this.largestShare = largestShare;
        this.topTenShare = topTenShare;
        this.slowestDaysToSell = slowestDaysToSell;
        this.soldInOneDay = soldInOneDay;
        this.soldInFiveDays = soldInFiveDays;
        this.limits = List.copyOf(limits);
        this.days = days;
        this.profits = profits;
        this.uncoveredShare = uncoveredShare;
        this.notes = List.copyOf(notes);
        this.nodes = nodes;
    }

    public RiskScope scope() {
        return scope;
    }

    public String subjectId() {
        return subjectId;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }

    public String universeId() {
        return universeId;
    }

    public long revision() {
        return revision;
    }

    public long asOfDay() {
        return asOfDay;
    }

    public int estimationDays() {
        return estimationDays;
    }

    public double participation() {
        return participation;
    }

    public long portfolios() {
        return portfolios;
    }

    public long positions() {
        return positions;
    }

    public double cash() {
        return cash;
    }

    public double netValue() {
        return netValue;
    }

    public double grossValue() {
        return grossValue;
    }

    public List<TailRisk> tails() {
        return tails;
    }

    public double dailyVolatility() {
        return dailyVolatility;
    }

    public double beta() {
        return beta;
    }

    public String marketId() {
        return marketId;
    }

    public double drawdownDepth() {
        return drawdownDepth;
    }

    public long drawdownPeakDay() {
        return drawdownPeakDay;
    }

    public long drawdownTroughDay() {
        return drawdownTroughDay;
    }

    public double drawdownCurrent() {
        return drawdownCurrent;
    }

    public List<RiskPart> parts() {
        return parts;
    }

    public List<StressOutcome> stress() {
        return stress;
    }

    public double effectiveNames() {
        return effectiveNames;
    }

    public double largestShare() {
        return largestShare;
    }

    public double topTenShare() {
        return topTenShare;
    }

    public double slowestDaysToSell() {
        return slowestDaysToSell;
    }

    public double soldInOneDay() {
        return soldInOneDay;
    }

    public double soldInFiveDays() {
        return soldInFiveDays;
    }

    public List<LimitUse> limits() {
        return limits;
    }

    public long[] days() {
        return days;
    }

    public double[] profits() {
        return profits;
    }

    public double uncoveredShare() {
        return uncoveredShare;
    }

    public List<String> notes() {
        return notes;
    }

    public int nodes() {
        return nodes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RiskReport that
                && scope == that.scope
                && subjectId.equals(that.subjectId)
                && name.equals(that.name)
                && currency.equals(that.currency)
                && universeId.equals(that.universeId)
                && revision == that.revision
                && asOfDay == that.asOfDay
                && estimationDays == that.estimationDays
                && Double.compare(participation, that.participation) == 0
                && portfolios == that.portfolios
                && positions == that.positions
                && Double.compare(cash, that.cash) == 0
                && Double.compare(netValue, that.netValue) == 0
                && Double.compare(grossValue, that.grossValue) == 0
                && tails.equals(that.tails)
                && Double.compare(dailyVolatility, that.dailyVolatility) == 0
                && Double.compare(beta, that.beta) == 0
                && marketId.equals(that.marketId)
                && Double.compare(drawdownDepth, that.drawdownDepth) == 0
                && drawdownPeakDay == that.drawdownPeakDay
                && drawdownTroughDay == that.drawdownTroughDay
                && Double.compare(drawdownCurrent, that.drawdownCurrent) == 0
                && parts.equals(that.parts)
                && stress.equals(that.stress)
                && Double.compare(effectiveNames, that.effectiveNames) == 0
                && Double.compare(largestShare, that.largestShare) == 0
                && Double.compare(topTenShare, that.topTenShare) == 0
                && Double.compare(slowestDaysToSell, that.slowestDaysToSell) == 0
                && Double.compare(soldInOneDay, that.soldInOneDay) == 0
                && Double.compare(soldInFiveDays, that.soldInFiveDays) == 0
                && limits.equals(that.limits)
                && Arrays.equals(days, that.days)
                && Arrays.equals(profits, that.profits)
                && Double.compare(uncoveredShare, that.uncoveredShare) == 0
                && notes.equals(that.notes)
                && nodes == that.nodes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                scope,
                subjectId,
                name,
                currency,
                universeId,
                revision,
                asOfDay,
                estimationDays,
                participation,
                portfolios,
                positions,
                cash,
                netValue,
                grossValue,
                tails,
                dailyVolatility,
                beta,
                marketId,
                drawdownDepth,
                drawdownPeakDay,
                drawdownTroughDay,
                drawdownCurrent,
                parts,
                stress,
                effectiveNames,
                largestShare,
                topTenShare,
                slowestDaysToSell,
                soldInOneDay,
                soldInFiveDays,
                limits,
                Arrays.hashCode(days),
                Arrays.hashCode(profits),
                uncoveredShare,
                notes,
                nodes);
    }

    @Override
    public String toString() {
        return "RiskReport[%s, %s, %s, %s]".formatted(scope, subjectId, netValue, grossValue);
    }
}
