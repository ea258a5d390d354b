package io.nqba.console.sales.revenue;

import io.nqba.model.sales.OutcomeReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Why deals are won and lost.
 *
 * @param reasons what people said, the most frequent first
 * @param drivers groups beside all other deals, the least likely to be chance first
 * @param falseShare share of false ones among those called real that is held
 * @param notes what a reader must know
 */
record OutcomesView(
        LocalDate asOf,
        long won,
        long lost,
        List<ReasonView> reasons,
        List<DriverView> drivers,
        double falseShare,
        List<String> notes) {
    static OutcomesView of(OutcomeReport report) {
        return new OutcomesView(
                LocalDate.ofEpochDay(report.asOfDay()),
                report.won(),
                report.lost(),
                Arrays.stream(report.reasons()).map(ReasonView::of).toList(),
                Arrays.stream(report.drivers()).map(DriverView::of).toList(),
                report.falseShare(),
                List.of(report.notes()));
    }
}
