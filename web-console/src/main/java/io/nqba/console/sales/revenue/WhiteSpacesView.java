package io.nqba.console.sales.revenue;

import io.nqba.model.sales.WhiteSpaceReport;
import java.util.Arrays;
import java.util.List;

/**
 * Who does not buy what their peers buy.
 *
 * @param accounts accounts that were looked at
 * @param found gaps that were found, those beyond the ones listed included
 * @param gaps the most valuable first
 * @param notes what a reader must know
 */
record WhiteSpacesView(long accounts, long found, List<WhiteSpaceView> gaps, List<String> notes) {
    static WhiteSpacesView of(WhiteSpaceReport report) {
        return new WhiteSpacesView(
                report.accounts(),
                report.found(),
                Arrays.stream(report.rows()).map(WhiteSpaceView::of).toList(),
                List.of(report.notes()));
    }
}
