package io.nqba.compute.finance.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.BookRiskReport;
import org.apache.ignite.Ignite;

/** Measures the portfolios of a book one by one. Positions and scenarios are added up where they lie, the node of the book concludes. */
public final class BookRiskTask extends RiskTask<BookRiskQuery, BookRiskReport> {
    private static final long serialVersionUID = 1L;
    /** Each line is a row of money that travels to every node. */
    private static final int MOST_LINES = 200;

    @Override
    protected Object key(BookRiskQuery query) {
        return query.bookId();
    }

    @Override
    protected BookRiskReport work(Ignite here, BookRiskQuery query) {
        RiskReportTask.refuseDays(query.estimationDays());
        if (query.mostLines() < 1 || query.mostLines() > MOST_LINES) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The mostLines (%d) must lie between 1 and %d.".formatted(query.mostLines(), MOST_LINES),
                    "Ask for fewer portfolios; the others share one line.");
        }
        return new BookRisk(here, query).report();
    }
}
