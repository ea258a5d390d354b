package io.nqba.compute.sales.engagement;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.engagement.NextAction;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Says on the node of a lead what is worth most to do with it next. */
public final class NextActionTask extends OwnerTask<String, NextAction> {
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
    protected NextAction work(Ignite here, String leadId) {
        Lead lead = here.<String, Lead>cache(CacheNames.LEAD).get(leadId);
        if (lead == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no lead (%s).".formatted(leadId),
                    "GET /api/v1/sigma/leads lists those there are.");
        }
        return new ActionDesk(here, Clock.systemUTC().millis()).choose(lead);
    }
}
