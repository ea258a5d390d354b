package io.nqba.node.sales.scoring;

import io.nqba.compute.sales.scoring.ArrivalScores;
import io.nqba.compute.sales.scoring.ArrivalScores.Scored;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cache.affinity.Affinity;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.cache.query.QueryCursor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores leads of this node that come in or change, whoever wrote them, then tells the {@link LeadScored} listeners. The write does not
 * wait for it. Partitions that the node gains, at its start as well, are looked through for what their last owner did not come to.
 */
public final class ScoringOnArrival implements NodeModule {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringOnArrival.class);
    private static final int CAPACITY = 50_000;
    private static final int BATCH = 256;
    /** How soon a partition that the node gained is noticed; leads that come in wake it at once. */
    private static final long LOOK_MILLIS = 250;

    private static final long RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 4_000;
    private static final long STOP_SECONDS = 10;
    /**
     * Ignite remembers each change on its backups until the one who listens acknowledges it, and one who listens on his own node only
     * never does: some 100 bytes a change, given back when the query is closed. So it is opened anew from time to time.
     */
    private static final long CHANGES_PER_QUERY = 100_000;

    private final Clock clock;
    private final List<LeadScored> listeners;
    private final ArrivalQueue queue = new ArrivalQueue(CAPACITY);
    private final AtomicLong changes = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread worker;
    private @Nullable QueryCursor<?> arrivals;
    private @Nullable OwnPartitions partitions;
    private long retryMillis = RETRY_MILLIS;

    /** For the service loader. */
    public ScoringOnArrival() {
        this(
                Clock.systemUTC(),
                ServiceLoader.load(LeadScored.class, ScoringOnArrival.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparingInt(LeadScored::order))
                        .toList());
    }

    ScoringOnArrival(Clock clock, List<LeadScored> listeners) {
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public void start(NodeContext context) {
        Ignite here = context.ignite();
        arrivals = listen(here);
        OwnPartitions own = OwnPartitions.watched(here);
        partitions = own;
        var thread = new Thread(() -> work(here, own), "scoring-on-arrival-" + here.name());
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        if (worker != null) {
            try {
                worker.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (arrivals != null) {
            arrivals.close();
        }
        if (partitions != null) {
            partitions.close();
        }
    }

    private QueryCursor<?> listen(Ignite here) {
        Affinity<Object> affinity = here.affinity(CacheNames.LEAD);
        var query = new ContinuousQuery<String, Object>();
        query.setLocal(true);
        query.setLocalListener(events -> events.forEach(event -> {
            changes.incrementAndGet();
            queue.add(event.getKey(), affinity.partition(event.getKey()));
        }));
        return here.cache(CacheNames.LEAD).<String, Object>withKeepBinary().query(query);
    }

    private void work(Ignite here, OwnPartitions own) {
        var scores = new ArrivalScores(here, clock);
        while (stopping.getCount() > 0) {
            try {
                followOwnership(own);
                listenAnew(here);
                if (!workOn(here, scores, own)) {
                    queue.await(LOOK_MILLIS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void followOwnership(OwnPartitions own) {
        try {
            queue.addPartitions(own.toLookThrough());
        } catch (IgniteException | CacheException | IllegalStateException gridChanges) {
            LOG.debug("Scoring looks at its partitions again, cause={}", gridChanges.toString());
        }
    }

    private void listenAnew(Ignite here) {
        QueryCursor<?> before = arrivals;
        if (before == null || changes.get() < CHANGES_PER_QUERY) {
            return;
        }
        changes.set(0);
        // The new one listens before the old one ends: a change seen by both is scored once.
        arrivals = listen(here);
        before.close();
    }

    /** Does what waits longest; returns false when nothing waits. */
    private boolean workOn(Ignite here, ArrivalScores scores, OwnPartitions own) throws InterruptedException {
        List<String> leadIds = queue.take(BATCH);
        int partition = leadIds.isEmpty() ? queue.takePartition() : -1;
        if (leadIds.isEmpty() && partition < 0) {
            return false;
        }
        try {
            if (partition >= 0) {
                if (own.owns(partition)) {
                    lookThrough(here, scores, partition);
                }
            } else {
                score(here, scores, leadIds);
            }
            retryMillis = RETRY_MILLIS;
        } catch (IgniteException | CacheException | IllegalStateException gridFailure) {
            LOG.warn("Leads wait to be scored, count={}, cause={}", leadIds.size(), gridFailure.toString());
            putBack(here, leadIds, partition);
            stopping.await(retryMillis, TimeUnit.MILLISECONDS);
            retryMillis = Math.min(2 * retryMillis, LONGEST_RETRY_MILLIS);
        }
        return true;
    }

    private void putBack(Ignite here, List<String> leadIds, int partition) {
        if (partition >= 0) {
            queue.addPartitions(partition);
        }
        try {
            leadIds.forEach(
                    leadId -> queue.add(leadId, here.affinity(CacheNames.LEAD).partition(leadId)));
        } catch (IllegalStateException stopped) {
            LOG.debug("The next owner finds what was not scored, count={}", leadIds.size());
        }
    }

    private void lookThrough(Ignite here, ArrivalScores scores, int partition) {
        Set<String> found = new TreeSet<>(scores.stale(partition));
        listeners.forEach(listener -> found.addAll(listener.missed(here, partition)));
        List<String> stale = List.copyOf(found);
        for (int from = 0; from < stale.size() && stopping.getCount() > 0; from += BATCH) {
            score(here, scores, stale.subList(from, Math.min(stale.size(), from + BATCH)));
        }
        if (!stale.isEmpty()) {
            LOG.info("Leads that nobody had come to were found, partition={}, leads={}", partition, stale.size());
        }
    }

    private void score(Ignite here, ArrivalScores scores, Collection<String> leadIds) {
        if (listeners.isEmpty() && !scores.used()) {
            return;
        }
        Affinity<String> affinity = here.affinity(CacheNames.LEAD);
        List<String> own = leadIds.stream()
                .filter(leadId -> affinity.isPrimary(here.cluster().localNode(), leadId))
                .toList();
        List<Scored> together = scores.score(own);
        listeners.forEach(listener -> tell(listener, here, together));
    }

    /** What fails together is told one by one: one lead keeps no other from being told of. */
    private static void tell(LeadScored listener, Ignite here, List<Scored> together) {
        try {
            if (listener.leadsScored(here, together)) {
                return;
            }
        } catch (RuntimeException failure) {
            LOG.debug("Leads are told one by one, count={}, cause={}", together.size(), failure.toString());
        }
        together.forEach(scored -> tell(listener, here, scored));
    }

    private static void tell(LeadScored listener, Ignite here, Scored scored) {
        Lead lead = scored.lead();
        try {
            listener.leadScored(here, lead, scored.score());
        } catch (RuntimeException failure) {
            LOG.error(
                    "A listener failed behind a score, listener={}, leadId={}",
                    listener.getClass().getSimpleName(),
                    lead.leadId(),
                    failure);
        }
    }
}
