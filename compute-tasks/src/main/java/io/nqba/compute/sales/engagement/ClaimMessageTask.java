package io.nqba.compute.sales.engagement;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.engagement.OutboxMessage;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import java.time.Clock;
import org.apache.ignite.Ignite;

/** Judges on the node of its lead whether an approved message may go now, and hands it to the caller if so. */
public final class ClaimMessageTask extends OwnerTask<OutboxMessageKey, OutboxMessage> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OUTBOX_MESSAGE;
    }

    @Override
    protected Object key(OutboxMessageKey key) {
        return key;
    }

    @Override
    protected OutboxMessage work(Ignite here, OutboxMessageKey key) {
        return new EngagementEngine(here, Clock.systemUTC()).claim(key);
    }
}
