package io.nqba.console.page.finance.market;

import io.nqba.console.page.Figures;
import io.nqba.model.finance.AnomalyKind;
import io.nqba.model.finance.ForecastSubject;
import io.nqba.model.finance.MarketAnomaly;
import io.nqba.model.finance.MarketForecast;
import java.util.List;

/** What was out of the ordinary and what may come, in rows. */
final class MarketTables {
    private static final int SHOWN = 20;

    private MarketTables() {}

    /** Something out of the ordinary. */
    record Anomaly(String instrument, String day, String what, String value, String usual, String score) {}

    /**
     * A forecast.
     *
     * @param naive what the naive forecast says
     * @param verdict its score in words
     * @param better whether it beat the naive forecast, and hardly by chance
     */
    record Forecast(
            String subject,
            String horizon,
            String value,
            String interval,
            String naive,
            String error,
            String coverage,
            String scored,
            String verdict,
            boolean better) {}

    static List<Anomaly> anomalies(List<MarketAnomaly> found) {
        return found.stream().limit(SHOWN).map(MarketTables::anomaly).toList();
    }

    private static Anomaly anomaly(MarketAnomaly found) {
        boolean price = found.kind() == AnomalyKind.RETURN;
        return new Anomaly(
                found.instrumentId(),
                MarketPage.day(found.day()),
                price ? "Return" : "Volume",
                price ? Figures.percent(found.value()) : Figures.count(Math.round(found.value())),
                price ? Figures.percent(found.usual()) : Figures.count(Math.round(found.usual())),
                Figures.number(found.score(), 1));
    }

    static List<Forecast> forecasts(List<MarketForecast> made) {
        return made.stream().map(MarketTables::forecast).toList();
    }

    private static Forecast forecast(MarketForecast made) {
        return new Forecast(
                made.subject() == ForecastSubject.VOLATILITY ? "Volatility a year" : "Return",
                made.horizonDays() + " trading days",
                Figures.percent(made.value()),
                Figures.percent(made.low()) + " to " + Figures.percent(made.high()),
                Figures.percent(made.naive()),
                Figures.number(made.relativeError(), 3),
                Figures.percent(made.coverage()) + " of " + Figures.percent(made.level()),
                Figures.count(made.scored()),
                verdict(made),
                made.better());
    }

    private static String verdict(MarketForecast made) {
        if (made.better()) {
            return "%s less error than naive".formatted(Figures.percent(1 - made.relativeError()));
        }
        if (made.relativeError() > 1 && made.pValue() < 0.05) {
            return "Worse than naive: do not use it";
        }
        return "No better than naive";
    }
}
