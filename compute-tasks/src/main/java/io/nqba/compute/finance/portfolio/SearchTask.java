package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;

/** One step of a search on the node that owns the portfolio. */
final class SearchTask extends OwnerTask<SearchOrder, SearchReply> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.PORTFOLIO;
    }

    @Override
    protected Object key(SearchOrder order) {
        return order.request().subject();
    }

    @Override
    protected SearchReply work(Ignite here, SearchOrder order) {
        PortfolioDesk desk = PortfolioDesk.of(here);
        return desk.solver(order.runId(), order.request()).step(order, desk.stop(order.runId(), order.millis()));
    }

    @Override
    protected Executor threads(Ignite here) {
        return PortfolioDesk.of(here).workers();
    }
}
