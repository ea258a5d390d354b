package io.nqba.compute.finance.orders;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.grid.CacheNames;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Takes a paper order in: checks it against the limits of its portfolio and book, then stores it, accepted or rejected. */
public final class SubmitOrderTask extends OwnerTask<OrderRequest, Order> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.PAPER_ORDER;
    }

    @Override
    protected Object key(OrderRequest request) {
        return request.portfolioId();
    }

    @Override
    protected Order work(Ignite here, OrderRequest request) {
        return new OrderDesk(here, Clock.systemUTC()).submit(request);
    }
}
