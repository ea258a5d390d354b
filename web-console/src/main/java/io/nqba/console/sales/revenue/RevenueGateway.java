package io.nqba.console.sales.revenue;

import io.nqba.model.sales.DealGroupQuery;
import io.nqba.model.sales.OutcomeReport;
import io.nqba.model.sales.PriceLadder;
import io.nqba.model.sales.RevenueQuery;
import io.nqba.model.sales.RevenueReport;
import io.nqba.model.sales.SegmentReport;
import io.nqba.model.sales.WhiteSpaceQuery;
import io.nqba.model.sales.WhiteSpaceReport;
import reactor.core.publisher.Mono;

/** What deals tell, wherever it is counted. All fail with {@code INVALID_PROBLEM} where no deal has closed. */
public interface RevenueGateway {
    Mono<RevenueReport> revenue(RevenueQuery query);

    Mono<SegmentReport> segments(DealGroupQuery query);

    Mono<OutcomeReport> outcomes(DealGroupQuery query);

    Mono<PriceLadder> prices(DealGroupQuery query);

    Mono<WhiteSpaceReport> whiteSpace(WhiteSpaceQuery query);
}
