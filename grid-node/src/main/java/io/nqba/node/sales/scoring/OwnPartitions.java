package io.nqba.node.sales.scoring;

import io.nqba.model.grid.CacheNames;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ignite.Ignite;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;

/**
 * The partitions whose leads this node answers for. One thread asks.
 *
 * <p>A partition that was lost and gained again between two looks is owned at both, yet its owner in between may have left work undone. It
 * comes back only when that owner leaves, so a departure makes every own partition one to look through.
 */
final class OwnPartitions {
    private static final int[] DEPARTURES = {EventType.EVT_NODE_LEFT, EventType.EVT_NODE_FAILED};

    private final Ignite here;
    private final AtomicBoolean serverLeft = new AtomicBoolean();
    private final IgnitePredicate<DiscoveryEvent> departures = this::noteDeparture;
    private BitSet owned = new BitSet();

    private OwnPartitions(Ignite here) {
        this.here = here;
    }

    /** Watches the partitions of a node until it is closed. */
    static OwnPartitions watched(Ignite here) {
        var partitions = new OwnPartitions(here);
        here.events().localListen(partitions.departures, DEPARTURES);
        return partitions;
    }

    void close() {
        here.events().stopLocalListen(departures, DEPARTURES);
    }

    /** Returns the partitions that may hold what a former owner did not come to, since the last look. */
    int[] toLookThrough() {
        // Before the owners are asked: they are those after the departure then, or the next look sees a gain.
        boolean all = serverLeft.getAndSet(false);
        try {
            var now = new BitSet();
            Arrays.stream(here.affinity(CacheNames.LEAD)
                            .primaryPartitions(here.cluster().localNode()))
                    .forEach(now::set);
            var sought = (BitSet) now.clone();
            if (!all) {
                sought.andNot(owned);
            }
            owned = now;
            return sought.stream().toArray();
        } catch (RuntimeException gridChanges) {
            if (all) {
                serverLeft.set(true);
            }
            throw gridChanges;
        }
    }

    boolean owns(int partition) {
        return owned.get(partition);
    }

    private boolean noteDeparture(DiscoveryEvent event) {
        if (!event.eventNode().isClient()) {
            serverLeft.set(true);
        }
        return true;
    }
}
