package io.nqba.compute.sales.engagement;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.StopEngagement;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Takes a lead out of its sequences, on its node. */
public final class StopEngagementTask extends OwnerTask<StopEngagement, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(StopEngagement order) {
        return order.leadId();
    }

    @Override
    protected Integer work(Ignite here, StopEngagement order) {
        return new EngagementEngine(here, Clock.systemUTC()).stop(order.leadId(), order.sequenceId(), order.reason());
    }
}
