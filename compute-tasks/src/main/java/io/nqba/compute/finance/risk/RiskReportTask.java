package io.nqba.compute.finance.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Measures the risk of a book or portfolio. Positions and scenarios are added up where they lie, the node of the subject concludes. */
public final class RiskReportTask extends RiskTask<RiskQuery, RiskReport> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 5_000;

    @Override
    protected Object key(RiskQuery query) {
        return query.subjectId();
    }

    @Override
    protected RiskReport work(Ignite here, RiskQuery query) {
        refuseDays(query.estimationDays());
        if (!(query.participation() > 0 && query.participation() <= 1)) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The participation (%s) must be more than 0 and at most 1.".formatted(query.participation()),
                    "Send a share such as 0.2.");
        }
        RiskReport report = new RiskDesk(here).report(query);
        new MeasureStore(here, Clock.systemUTC()).keep(report, query);
        return report;
    }

    static void refuseDays(int estimationDays) {
        if (estimationDays < RiskWindow.LEAST_DAYS / 2 || estimationDays > MOST_DAYS) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The estimationDays (%d) must lie between %d and %d."
                            .formatted(estimationDays, RiskWindow.LEAST_DAYS / 2, MOST_DAYS),
                    "Send a window such as 500.");
        }
    }
}
