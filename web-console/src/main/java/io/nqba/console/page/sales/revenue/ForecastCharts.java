package io.nqba.console.page.sales.revenue;

import io.nqba.console.page.ChartCard;
import io.nqba.console.page.ChartCard.Kind;
import io.nqba.console.page.ChartCard.Scale;
import io.nqba.console.page.ChartCard.Series;
import io.nqba.console.page.Figures;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.RevenueTrial;
import io.nqba.model.sales.RevenueWindow;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The pictures of the forecast page. */
final class ForecastCharts {
    private ForecastCharts() {}

    /** Months to come with their interval. */
    static ChartCard months(RevenueReport report, ForecastForm form) {
        RevenueWindow[] months = months(report.windows());
        RevenueWindow[] changed = months(report.changed());
        Series low = line("Low", "before", true, months, RevenueWindow::low);
        Series high = line("High", "before", true, months, RevenueWindow::high);
        Series value =
                new Series("Expected", "$", "after", Kind.BAR, false, false, column(months, ForecastCharts::value));
        List<Series> series = changed.length == 0
                ? List.of(value, low, high)
                : List.of(
                        value,
                        low,
                        high,
                        new Series(
                                "At other rates",
                                "$",
                                "price",
                                Kind.POINT,
                                false,
                                false,
                                column(changed, ForecastCharts::value)));
        return card(
                "forecast-months",
                "Months to come",
                "Won already, of open deals and of deals still to begin, with an interval that shall hold %s of the time."
                        .formatted(Figures.percent(report.level())),
                Arrays.stream(months)
                        .mapToDouble(month -> Written.month(month.toDay()))
                        .toArray(),
                series,
                form.csvHref());
    }

    static double value(RevenueWindow window) {
        return window.booked() + window.pipeline() + window.fresh();
    }

    /** What came beside what would have been forecast. */
    static ChartCard past(RevenueTrial[] trials, int bestNaive, String answer) {
        RevenueTrial[] months =
                Arrays.stream(trials).filter(trial -> trial.months() == 1).toArray(RevenueTrial[]::new);
        return card(
                "forecast-past",
                "The same forecast at the end of each past month",
                answer,
                Arrays.stream(months)
                        .mapToDouble(month -> Written.month(month.toDay()))
                        .toArray(),
                List.of(
                        new Series("Came", "$", "bound", Kind.LINE, false, false, column(months, RevenueTrial::actual)),
                        new Series(
                                "Forecast", "$", "after", Kind.LINE, false, false, column(months, RevenueTrial::value)),
                        new Series("Low", "$", "before", Kind.LINE, true, false, column(months, RevenueTrial::low)),
                        new Series("High", "$", "before", Kind.LINE, true, false, column(months, RevenueTrial::high)),
                        new Series(
                                "Naive",
                                "$",
                                "alone",
                                Kind.LINE,
                                true,
                                false,
                                column(months, trial -> trial.naive()[bestNaive]))),
                "");
    }

    /** What becomes of deals with age. */
    static ChartCard ages(RevenueReport report, String answer) {
        double[] days = Arrays.stream(report.ageDays()).asDoubleStream().toArray();
        return new ChartCard(
                "forecast-ages",
                "What becomes of a deal",
                answer,
                "Days since talks began",
                "Share of deals (%)",
                "",
                "",
                days,
                List.of(
                        new Series("Won by then", "%", "after", Kind.LINE, false, false, percent(report.wonBy())),
                        new Series("Lost by then", "%", "alone", Kind.LINE, false, false, percent(report.lostBy())),
                        new Series(
                                "If still open, won one day",
                                "%",
                                "price",
                                Kind.LINE,
                                true,
                                false,
                                percent(report.chance()))),
                List.of(),
                "",
                Scale.ZERO);
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static RevenueWindow[] months(RevenueWindow[] windows) {
        return Arrays.stream(windows).filter(window -> !window.quarter()).toArray(RevenueWindow[]::new);
    }

    private static Series line(
            String name, String colour, boolean dashed, RevenueWindow[] rows, ToDoubleFunction<RevenueWindow> value) {
        return new Series(name, "$", colour, Kind.LINE, dashed, false, column(rows, value));
    }

    private static <T> double[] column(T[] rows, ToDoubleFunction<T> value) {
        return Arrays.stream(rows).mapToDouble(value).map(Math::rint).toArray();
    }

    private static ChartCard card(
            String id, String title, String answer, double[] x, List<Series> series, String csvHref) {
        return new ChartCard(
                id, title, answer, "Month", "Money ($)", "", "UTC", x, series, List.of(), csvHref, Scale.ZERO);
    }
}
