package io.nqba.compute.sales.revenue;

import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import org.apache.ignite.Ignite;

/** What deals will bring. */
public final class RevenueReportTask extends SalesTask<RevenueQuery, RevenueReport> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_QUARTERS = 4;
    private static final double LEAST_FACTOR = 0.1;
    private static final double MOST_FACTOR = 10;

    @Override
    protected RevenueReport work(Ignite here, RevenueQuery query) {
        within("quarters", query.quarters(), 1, MOST_QUARTERS);
        within("level", query.level(), 0.5, 0.99);
        within("winRate", query.winRate(), LEAST_FACTOR, MOST_FACTOR);
        within("speed", query.speed(), LEAST_FACTOR, MOST_FACTOR);
        within("arrivals", query.arrivals(), 0, MOST_FACTOR);
        return new RevenueDesk(here, query).report();
    }
}
