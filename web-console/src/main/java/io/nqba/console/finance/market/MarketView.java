package io.nqba.console.finance.market;

import io.nqba.model.finance.AnomalyKind;
import io.nqba.model.finance.ForecastSubject;
import io.nqba.model.finance.MarketAnomaly;
import io.nqba.model.finance.MarketForecast;
import io.nqba.model.finance.MarketRegime;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.finance.RegimeState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a market. Shares are 0 to 1; null where there is too little past.
 *
 * @param day last day with prices
 * @param volatility volatility a year of the equally weighted market
 * @param correlation mean correlation of all pairs over 63 days
 * @param largestShare part of all variance that one common movement explains
 * @param drawdown loss of the equally weighted market from its highest value
 * @param notes what the report leaves out
 */
record MarketView(
        String universeId,
        LocalDate day,
        RegimeView volatility,
        RegimeView correlation,
        @Nullable Double largestShare,
        BreadthView breadth,
        double drawdown,
        double deepestDrawdown,
        List<AnomalyView> anomalies,
        List<ForecastView> forecasts,
        List<String> notes) {

    /** A figure against its own five years. */
    record RegimeView(
            RegimeState state,
            @Nullable Double value,
            @Nullable Double rank,
            int lastingDays) {}

    /** Who takes part. */
    record BreadthView(
            int instruments,
            @Nullable Double aboveAverage,
            @Nullable Double advancing,
            @Nullable Double newHighs,
            @Nullable Double newLows) {}

    /** Something out of the ordinary; its score is in robust standard deviations. */
    record AnomalyView(
            String instrumentId, LocalDate day, AnomalyKind kind, double value, double usual, double score) {}

    /**
     * A forecast with its score.
     *
     * @param naive what the naive forecast says
     * @param scored forecasts that were compared with what came
     * @param relativeError mean absolute error per that of the naive forecast; below 1 is better
     * @param pValue how likely the difference is chance
     * @param coverage share of outcomes inside the interval, made for {@code level}
     */
    record ForecastView(
            ForecastSubject subject,
            int horizonDays,
            double value,
            double low,
            double high,
            double naive,
            int scored,
            double relativeError,
            double pValue,
            double coverage,
            double level) {}

    static MarketView of(MarketReport report) {
        long[] days = report.days();
        return new MarketView(
                report.universeId(),
                LocalDate.ofEpochDay(days[days.length - 1]),
                regime(report.volatility()),
                regime(report.correlation()),
                known(report.largestShare()),
                new BreadthView(
                        report.breadth().instruments(),
                        known(report.breadth().aboveAverage()),
                        known(report.breadth().advancing()),
                        known(report.breadth().newHighs()),
                        known(report.breadth().newLows())),
                report.drawdown(),
                report.deepestDrawdown(),
                report.anomalies().stream().map(MarketView::anomaly).toList(),
                report.forecasts().stream().map(MarketView::forecast).toList(),
                report.notes());
    }

    private static RegimeView regime(MarketRegime regime) {
        return new RegimeView(regime.state(), known(regime.value()), known(regime.rank()), regime.lastingDays());
    }

    private static AnomalyView anomaly(MarketAnomaly found) {
        return new AnomalyView(
                found.instrumentId(),
                LocalDate.ofEpochDay(found.day()),
                found.kind(),
                found.value(),
                found.usual(),
                found.score());
    }

    private static ForecastView forecast(MarketForecast made) {
        return new ForecastView(
                made.subject(),
                made.horizonDays(),
                made.value(),
                made.low(),
                made.high(),
                made.naive(),
                made.scored(),
                made.relativeError(),
                made.pValue(),
                made.coverage(),
                made.level());
    }

    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
