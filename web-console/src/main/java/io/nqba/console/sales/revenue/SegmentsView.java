package io.nqba.console.sales.revenue;

import io.nqba.model.sales.SegmentReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a market.
 *
 * @param commonRate share of all closed deals that are won
 * @param segments by what they are made by, then by money won
 * @param notes what a reader must know
 */
record SegmentsView(LocalDate asOf, @Nullable Double commonRate, List<SegmentView> segments, List<String> notes) {
    static SegmentsView of(SegmentReport report) {
        return new SegmentsView(
                LocalDate.ofEpochDay(report.asOfDay()),
                SalesFigures.known(report.commonRate()),
                Arrays.stream(report.rows()).map(SegmentView::of).toList(),
                List.of(report.notes()));
    }
}
