package io.nqba.console.page.finance.market;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.console.page.StatCard;
import io.nqba.model.finance.MarketReport;
import io.nqba.model.finance.RegimeState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a market as its page tells it.
 *
 * @param asOf last day with prices
 * @param stats key figures
 * @param strips regimes over the shown days
 * @param charts market, volatility, correlation and breadth by day
 * @param anomalies what was out of the ordinary
 * @param forecasts what may come, with scores
 * @param notes what is left out
 */
record MarketPage(
        String asOf,
        List<StatCard> stats,
        List<RegimeStrip> strips,
        List<ChartCard> charts,
        List<MarketTables.Anomaly> anomalies,
        List<MarketTables.Forecast> forecasts,
        List<String> notes) {
    private static final int DAYS_A_YEAR = 252;

    /** @param years how many years the charts show; 0 for all */
    static MarketPage of(MarketReport report, int years) {
        int days = report.days().length;
        int from = years == 0 ? 0 : Math.max(0, days - years * DAYS_A_YEAR);
        return new MarketPage(
                day(report.days()[days - 1]),
                stats(report),
                List.of(
                        RegimeStrip.of(
                                "Volatility", report.volatilityRegimes(), report.days(), from, report.volatility()),
                        RegimeStrip.of(
                                "Correlation", report.correlationRegimes(), report.days(), from, report.correlation())),
                charts(report, from),
                MarketTables.anomalies(report.anomalies()),
                MarketTables.forecasts(report.forecasts()),
                report.notes());
    }

    private static List<StatCard> stats(MarketReport report) {
        return List.of(
                StatCard.plain(
                        "Volatility a year",
                        Figures.percent(report.volatility().value()),
                        word(report.volatility().state()) + ", for "
                                + days(report.volatility().lastingDays())),
                StatCard.plain(
                        "Mean correlation",
                        Figures.number(report.correlation().value(), 2),
                        word(report.correlation().state()) + ", for "
                                + days(report.correlation().lastingDays())),
                StatCard.plain(
                        "One common movement", Figures.percent(report.largestShare()), "of all variance over 63 days"),
                StatCard.plain(
                        "Above their average",
                        Figures.percent(report.breadth().aboveAverage()),
                        "of " + report.breadth().instruments() + " instruments, 200 days"),
                StatCard.plain(
                        "New highs, new lows",
                        Figures.number(100 * report.breadth().newHighs(), 0) + " / "
                                + Figures.number(100 * report.breadth().newLows(), 0) + "\u00a0%",
                        "of a year, on the last day"),
                StatCard.plain(
                        "Below its peak",
                        Figures.percent(report.drawdown()),
                        "deepest " + Figures.percent(report.deepestDrawdown())));
    }

    static String word(RegimeState state) {
        return switch (state) {
            case UNKNOWN -> "not judged yet";
            case LOW -> "low";
            case NORMAL -> "normal";
            case HIGH -> "high";
        };
    }

    static String days(int count) {
        return count == 1 ? "1 day" : Figures.count(count) + " days";
    }

    private static List<ChartCard> charts(MarketReport report, int from) {
        double[] x = Arrays.stream(report.days())
                .skip(from)
                .mapToDouble(day -> Duration.ofDays(day).toMillis())
                .toArray();
        double[] index = part(report.index(), from, 1);
        double start = index[0];
        for (int t = 0; t < index.length; t++) {
            index[t] *= 100 / start;
        }
        return List.of(
                chart(
                        "market",
                        "Market",
                        "All instruments in equal parts, 100 on the first day shown.",
                        "Index",
                        x,
                        line("Market", "", "before", Kind.LINE, index),
                        Scale.FIT,
                        report),
                chart(
                        "market-drawdown",
                        "Drawdown",
                        "It stands %s below its highest value.".formatted(Figures.percent(report.drawdown())),
                        "Below the peak (%)",
                        x,
                        line("Drawdown", "%", "alone", Kind.AREA, part(report.drawdowns(), from, -100)),
                        Scale.ZERO,
                        report),
                chart(
                        "market-volatility",
                        "Volatility",
                        "%s a year, higher than on %s of the days of the past five years."
                                .formatted(
                                        Figures.percent(report.volatility().value()),
                                        Figures.percent(report.volatility().rank())),
                        "Volatility (% a year)",
                        x,
                        line("Volatility", "%", "price", Kind.LINE, part(report.volatilities(), from, 100)),
                        Scale.ZERO,
                        report),
                chart(
                        "market-correlation",
                        "Correlation",
                        "Mean of all pairs over 63 days: %s."
                                .formatted(Figures.number(report.correlation().value(), 2)),
                        "Mean correlation",
                        x,
                        line("Correlation", "", "charge", Kind.POINT, part(report.correlations(), from, 1)),
                        Scale.ZERO,
                        report),
                chart(
                        "market-breadth",
                        "Breadth",
                        "%s of the instruments stand above their average of 200 days; told for the last two years."
                                .formatted(Figures.percent(report.breadth().aboveAverage())),
                        "Above the average (%)",
                        x,
                        line("Above the average", "%", "solar", Kind.LINE, part(report.breadths(), from, 100)),
                        Scale.ZERO,
                        report));
    }

    private static Series line(String name, String unit, String colour, Kind kind, double[] values) {
        return new Series(name, unit, colour, kind, false, false, values);
    }

    private static ChartCard chart(
            String id,
            String title,
            String answer,
            String yTitle,
            double[] x,
            Series series,
            Scale scale,
            MarketReport report) {
        return new ChartCard(
                id,
                title,
                answer,
                "Day",
                yTitle,
                "",
                "UTC",
                x,
                List.of(series),
                List.of(),
                "/api/v1/goliath/market?format=csv&universeId=" + report.universeId(),
                scale);
    }

    private static double[] part(double[] values, int from, double factor) {
        return Arrays.stream(values).skip(from).map(value -> value * factor).toArray();
    }

    static String day(long day) {
        return Figures.day(
                LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }
}
