package io.nqba.compute.sales.engagement;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.EnrolmentKey;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Takes a lead into a sequence by hand, on its node. */
public final class EnrolLeadTask extends OwnerTask<EnrolmentKey, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(EnrolmentKey key) {
        return key.leadId();
    }

    @Override
    protected Boolean work(Ignite here, EnrolmentKey key) {
        return new EngagementEngine(here, Clock.systemUTC()).enrol(key);
    }
}
