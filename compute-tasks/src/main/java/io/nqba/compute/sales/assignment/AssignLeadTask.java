package io.nqba.compute.sales.assignment;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Assignment;
import org.apache.ignite.Ignite;

/** Assigns a new lead at once, on its node, at the prices that the last run found. */
public final class AssignLeadTask extends OwnerTask<String, Assignment> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(String leadId) {
        return leadId;
    }

    @Override
    protected Assignment work(Ignite here, String leadId) {
        return NewLeadDesk.of(here).assign(leadId);
    }
}
