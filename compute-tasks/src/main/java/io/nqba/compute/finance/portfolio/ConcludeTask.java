package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;

/** Turns weights into shares, trades and words on the node that owns the portfolio. */
final class ConcludeTask extends OwnerTask<ConcludeOrder, ConcludeReply> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.PORTFOLIO;
    }

    @Override
    protected Object key(ConcludeOrder order) {
        return order.request().subject();
    }

    @Override
    protected ConcludeReply work(Ignite here, ConcludeOrder order) {
        PortfolioDesk desk = PortfolioDesk.of(here);
        PortfolioModel model = desk.solver(order.runId(), order.request()).model();
        return new ProposalWriter(model, order.runId(), order.best())
                .write(desk.stop(order.runId(), order.trialMillis()));
    }

    @Override
    protected Executor threads(Ignite here) {
        return PortfolioDesk.of(here).workers();
    }
}
