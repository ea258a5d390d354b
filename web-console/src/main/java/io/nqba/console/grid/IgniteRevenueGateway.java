package io.nqba.console.grid;

import io.nqba.console.sales.revenue.RevenueGateway;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.OutcomeReport;
import io.nqba.model.sales.PriceLadder;
import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.SegmentReport;
import io.nqba.model.sales.WhiteSpaceQuery;
import io.nqba.model.sales.WhiteSpaceReport;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reports about deals, by compute tasks. */
@Component
class IgniteRevenueGateway implements RevenueGateway {
    private final GridConnection grid;

    IgniteRevenueGateway(GridConnection grid) {
        this.grid = grid;
    }

    @Override
    public Mono<RevenueReport> revenue(RevenueQuery query) {
        return grid.task(TaskNames.REVENUE_REPORT, query);
    }

    @Override
    public Mono<SegmentReport> segments(DealGroupQuery query) {
        return grid.task(TaskNames.SEGMENTS, query);
    }

    @Override
    public Mono<OutcomeReport> outcomes(DealGroupQuery query) {
        return grid.task(TaskNames.OUTCOMES, query);
    }

    @Override
    public Mono<PriceLadder> prices(DealGroupQuery query) {
        return grid.task(TaskNames.PRICE_LADDER, query);
    }

    @Override
    public Mono<WhiteSpaceReport> whiteSpace(WhiteSpaceQuery query) {
        return grid.task(TaskNames.WHITE_SPACE, query);
    }
}
