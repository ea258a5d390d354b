package io.nqba.console.sales;

import reactor.core.publisher.Mono;

/** The figures of a lead of sales, counted in the grid. Nothing here blocks. */
public interface OverviewGateway {
    /** Returns the figures; they may be a second old, however many look at them. */
    Mono<SalesOverview> overview();
}
