package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import io.nqba.model.finance.OrderRequest;
import reactor.core.publisher.Mono;

/**
 * Paper orders and their trades. Nothing here blocks. When the grid does not answer, each call fails with {@code GRID_UNREACHABLE} or
 * {@code GRID_TIMEOUT}.
 */
public interface OrderGateway {
    /** Checks an order against the limits and stores it, accepted or rejected; the same id again is the same order. */
    Mono<OrderView> submit(OrderRequest request);

    /** Completes empty when there is none of that id. */
    Mono<OrderView> find(String orderId);

    /** Withdraws an order. Fails with {@code NOT_FOUND} and, where it has ended otherwise, {@code CONFLICT}. */
    Mono<OrderView> cancel(String orderId, String account);

    /** Lists orders, newest first. */
    Mono<Page<OrderView>> orders(OrderQuery query);

    /** Lists trades, newest first. */
    Mono<Page<TradeView>> trades(OrderQuery query);
}
