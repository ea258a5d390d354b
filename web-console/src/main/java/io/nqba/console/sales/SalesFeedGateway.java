package io.nqba.console.sales;

import java.util.Set;
import reactor.core.publisher.Flux;

/** Says when rows of the book of sales change. */
public interface SalesFeedGateway {
    /** Emits a number that grows whenever rows of one of the topics may have changed; once at the beginning. Never ends. */
    Flux<Long> changes(Set<SalesTopic> topics);
}
