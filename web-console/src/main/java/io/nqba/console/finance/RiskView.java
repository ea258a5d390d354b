package io.nqba.console.finance;

import io.nqba.model.finance.BacktestLight;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitStatus;
import io.nqba.model.finance.LimitUse;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskPart;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.TailRisk;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Risk of a book or portfolio. Money in {@code currency}; losses are above 0; what cannot be told is null.
 *
 * @param asOf last day of prices
 * @param estimationDays days that each tail loss is estimated from
 * @param leverage gross value per net value
 * @param tailRisks values at risk and expected shortfalls of one day, each with its backtest
 * @param volatility standard deviation of the daily profit
 * @param beta slope against the market instrument, per net value
 * @param contributions instruments, largest part of the volatility first
 * @param stress worst windows of the past
 * @param limits limits that concern it, with their use
 * @param uncoveredShare mean share of the exposure without a price in the window; it counts as unchanged
 * @param notes what a reader should know
 * @param nodes nodes that added up scenarios
 */
public record RiskView(
        RiskScope scope,
        String id,
        String name,
        String currency,
        String universeId,
        LocalDate asOf,
        int estimationDays,
        long portfolios,
        long positions,
        double cash,
        double netValue,
        double grossValue,
        @Nullable Double leverage,
        List<TailRiskView> tailRisks,
        double volatility,
        @Nullable Double beta,
        @Nullable String marketId,
        DrawdownView drawdown,
        List<ContributionView> contributions,
        List<StressView> stress,
        ConcentrationView concentration,
        LiquidityView liquidity,
        List<LimitUseView> limits,
        double uncoveredShare,
        List<String> notes,
        int nodes) {

    static RiskView of(RiskReport report) {
        return new RiskView(
                report.scope(),
                report.subjectId(),
                report.name(),
                report.currency(),
                report.universeId(),
                LocalDate.ofEpochDay(report.asOfDay()),
                report.estimationDays(),
                report.portfolios(),
                report.positions(),
                report.cash(),
                report.netValue(),
                report.grossValue(),
                report.netValue() > 0 ? report.grossValue() / report.netValue() : null,
                report.tails().stream().map(TailRiskView::of).toList(),
                report.dailyVolatility(),
                finite(report.beta()),
                report.marketId().isEmpty() ? null : report.marketId(),
                new DrawdownView(
                        report.drawdownDepth(),
                        LocalDate.ofEpochDay(report.drawdownPeakDay()),
                        LocalDate.ofEpochDay(report.drawdownTroughDay()),
                        report.drawdownCurrent()),
                report.parts().stream().map(ContributionView::of).toList(),
                report.stress().stream().map(StressView::of).toList(),
                new ConcentrationView(report.effectiveNames(), report.largestShare(), report.topTenShare()),
                new LiquidityView(
                        report.participation(),
                        finite(report.slowestDaysToSell()),
                        report.soldInOneDay(),
                        report.soldInFiveDays()),
                report.limits().stream().map(LimitUseView::of).toList(),
                report.uncoveredShare(),
                report.notes(),
                report.nodes());
    }

    /** JSON knows neither infinities nor what is not a number. */
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Returns the days of a report, one row each, with the forecasts that were tested on it. */
    static List<DayView> days(RiskReport report) {
        return IntStream.range(0, report.days().length)
                .mapToObj(t -> new DayView(
                        LocalDate.ofEpochDay(report.days()[t]),
                        report.profits()[t],
                        report.tails().stream()
                                .map(tail -> forecast(tail, t, report.days().length))
                                .toList()))
                .toList();
    }

    private static @Nullable Double forecast(TailRisk tail, int day, int days) {
        int first = days - tail.periods();
        return day < first ? null : tail.forecasts()[day - first];
    }

    /**
     * Value at risk and expected shortfall of one day; never without the backtest.
     *
     * @param confidence such as 0.99
     */
    public record TailRiskView(
            RiskMethod method, double confidence, double valueAtRisk, double expectedShortfall, BacktestView backtest) {
        static TailRiskView of(TailRisk tail) {
            return new TailRiskView(
                    tail.method(),
                    tail.confidence(),
                    tail.valueAtRisk(),
                    tail.expectedShortfall(),
                    new BacktestView(
                            tail.periods(),
                            tail.exceedances(),
                            tail.expectedExceedances(),
                            tail.kupiecPValue(),
                            tail.christoffersenPValue(),
                            tail.coveragePValue(),
                            tail.light()));
        }
    }

    /**
     * How a value at risk stood the test of time.
     *
     * @param periods days tested, each forecast from the days before it
     * @param exceedances days whose loss was beyond the forecast
     * @param expectedExceedances as many as the confidence promises
     * @param kupiecPValue probability of a count at least as odd if the confidence is right
     * @param christoffersenPValue probability of clusters at least as odd if exceedances are independent
     * @param coveragePValue both together
     * @param light colour after the Basel rule
     */
    public record BacktestView(
            int periods,
            int exceedances,
            double expectedExceedances,
            double kupiecPValue,
            double christoffersenPValue,
            double coveragePValue,
            BacktestLight light) {}

    /**
     * Deepest fall that the weights held today would have had.
     *
     * @param depth share of the peak that was lost
     * @param current share of the peak missing on the last day
     */
    public record DrawdownView(double depth, LocalDate peak, LocalDate trough, double current) {}

    /**
     * What one instrument contributes.
     *
     * @param weight value per net value
     * @param marginalVolatility change of the volatility per unit of value added
     * @param componentVolatility its part of the volatility
     * @param componentShortfall95 its part of the historical expected shortfall at 95 %
     * @param componentShortfall99 its part of the historical expected shortfall at 99 %
     * @param daysToSell null where its volume is not known
     */
    public record ContributionView(
            String instrumentId,
            String name,
            String sector,
            double value,
            @Nullable Double weight,
            double marginalVolatility,
            double componentVolatility,
            double componentShortfall95,
            double componentShortfall99,
            @Nullable Double beta,
            @Nullable Double daysToSell) {
        static ContributionView of(RiskPart part) {
            return new ContributionView(
                    part.instrumentId(),
                    part.name(),
                    part.sector(),
                    part.value(),
                    finite(part.weight()),
                    part.marginalVolatility(),
                    part.componentVolatility(),
                    part.componentShortfall95(),
                    part.componentShortfall99(),
                    finite(part.beta()),
                    finite(part.daysToSell()));
        }
    }

    /**
     * How few names carry the value.
     *
     * @param effectiveNames number of equal positions that would be as concentrated
     * @param largestShare share of the largest position in the gross value
     * @param topTenShare share of the ten largest
     */
    public record ConcentrationView(double effectiveNames, double largestShare, double topTenShare) {}

    /**
     * How fast it could be sold.
     *
     * @param participation share of the market volume assumed
     * @param slowestDays days for the slowest position; null where a volume is not known
     * @param soldInOneDay share of the gross value
     * @param soldInFiveDays share of the gross value
     */
    public record LiquidityView(
            double participation, @Nullable Double slowestDays, double soldInOneDay, double soldInFiveDays) {}

    /**
     * How much of a limit is used.
     *
     * @param level where the measure stands; null where nothing is left to measure against
     * @param use level per breach level
     * @param worst instrument, sector or issuer nearest to the limit
     * @param backtest of a tail loss, in words
     */
    public record LimitUseView(
            String limitId,
            LimitMeasure measure,
            String target,
            double warnLevel,
            double breachLevel,
            @Nullable Double level,
            @Nullable Double use,
            @Nullable String worst,
            LimitStatus status,
            @Nullable String backtest) {
        static LimitUseView of(LimitUse use) {
            return new LimitUseView(
                    use.limit().limitId(),
                    use.limit().measure(),
                    use.limit().target(),
                    use.limit().warnLevel(),
                    use.limit().breachLevel(),
                    finite(use.level()),
                    finite(use.level() / use.limit().breachLevel()),
                    use.worst().isEmpty() ? null : use.worst(),
                    use.status(),
                    use.note().isEmpty() ? null : use.note());
        }
    }

    /**
     * One day of the history.
     *
     * @param profit of what is held today
     * @param forecasts values at risk in the order of {@code tailRisks}; null before the first test
     */
    public record DayView(LocalDate day, double profit, List<@Nullable Double> forecasts) {}
}
