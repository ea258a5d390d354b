package io.nqba.console.sales.revenue;

import io.nqba.model.sales.RevenueReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What deals will bring, with the trials of such forecasts on the past.
 *
 * @param asOf last day that was looked at
 * @param watchedFrom first day on which deals were seen closing
 * @param deals deals that were looked at
 * @param nodes nodes that looked
 * @param level share that intervals shall hold
 * @param common standard deviation of the factor that moves all deals of a month
 * @param correction what forecasts are multiplied by, from how earlier ones missed
 * @param openList list price of all open deals
 * @param windows months and quarters to come, a quarter after its months
 * @param scores on the past, by months forecast, beside naive ones
 * @param trials the single forecasts behind the scores
 * @param notes what a reader must know
 */
record ForecastView(
        LocalDate asOf,
        LocalDate watchedFrom,
        long deals,
        int nodes,
        double level,
        double common,
        double correction,
        double openList,
        List<RevenueWindowView> windows,
        List<RevenueScoreView> scores,
        List<RevenueTrialView> trials,
        List<String> notes) {
    static ForecastView of(RevenueReport report) {
        return new ForecastView(
                LocalDate.ofEpochDay(report.asOfDay()),
                LocalDate.ofEpochDay(report.watchedFromDay()),
                report.deals(),
                report.nodes(),
                report.level(),
                report.common(),
                report.correction(),
                report.openList(),
                Arrays.stream(report.windows()).map(RevenueWindowView::of).toList(),
                Arrays.stream(report.scores()).map(RevenueScoreView::of).toList(),
                Arrays.stream(report.trials()).map(RevenueTrialView::of).toList(),
                List.of(report.notes()));
    }
}
