package io.nqba.node.sales.engagement;

import io.nqba.compute.sales.engagement.EngagementEngine;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import io.nqba.node.settings.Setting;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the engagement of this node's leads: looks at leads that were just scored, does what is due, and goes through all leads partition
 * by partition, so that what an event did not tell of is found within some minutes. What fails because the grid changes is done at a
 * later look, here or by the next owner.
 */
public final class EngagementModule implements NodeModule {
    private static final Logger LOG = LoggerFactory.getLogger(EngagementModule.class);
    private static final String WAITING = "nqba.sales.engagement.waiting";
    private static final long LOOK_MILLIS = 1_000;
    /** Leads that wait to be looked at; what comes above it, the scan finds. */
    private static final int MOST_WAITING = 50_000;

    /** So long a look may go through partitions; small books are gone through at each look, large ones in many. */
    private static final long SCAN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int LOOKS_PER_CLEANING = 600;
    private static final long STOP_SECONDS = 10;

    private final Clock clock;
    private @Nullable ScheduledExecutorService clockwork;
    private @Nullable ScheduledFuture<?> looks;
    private volatile boolean stopping;
    private int nextPartition;
    private int looked;

    /** For the service loader. */
    public EngagementModule() {
        this(Clock.systemUTC());
    }

    EngagementModule(Clock clock) {
        this.clock = clock;
    }

    /** Has a lead of a node looked at; does nothing where the node runs no sequences. */
    static void look(Ignite here, String leadId) {
        Set<String> waiting = here.cluster().<String, Set<String>>nodeLocalMap().get(WAITING);
        if (waiting != null && waiting.size() < MOST_WAITING) {
            waiting.add(leadId);
        }
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public void start(NodeContext context) {
        if (!context.settings().flag(Setting.ENGAGEMENT)) {
            return;
        }
        Ignite here = context.ignite();
        ConcurrentMap<String, Set<String>> local = here.cluster().nodeLocalMap();
        Set<String> waiting = local.computeIfAbsent(WAITING, name -> ConcurrentHashMap.newKeySet());
        var engine = new EngagementEngine(here, clock);
        ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "engagement-" + here.name());
            thread.setDaemon(true);
            return thread;
        });
        looks = threads.scheduleWithFixedDelay(
                () -> look(engine, waiting), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        clockwork = threads;
    }

    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService threads = clockwork;
        if (threads == null) {
            return;
        }
        if (looks != null) {
            looks.cancel(false);
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look(EngagementEngine engine, Set<String> waiting) {
        try {
            for (String leadId : List.copyOf(waiting)) {
                if (stopping) {
                    return;
                }
                waiting.remove(leadId);
                engine.look(leadId);
            }
            engine.noticeReplies();
            engine.runDue();
            scan(engine);
            if (++looked % LOOKS_PER_CLEANING == 0) {
                engine.removeOld();
                engine.removeOrphans();
            }
        } catch (IgniteException | CacheException | IllegalStateException gridChanges) {
            LOG.debug("Engagement looks again, cause={}", gridChanges.toString());
        } catch (RuntimeException failure) {
            // A look that fails must not end the clock; the next one tries again.
            LOG.error("A look of engagement failed.", failure);
        }
    }

    private void scan(EngagementEngine engine) {
        long until = System.nanoTime() + SCAN_NANOS;
        int[] partitions = engine.ownPartitions();
        for (int i = 0; i < partitions.length && !stopping && System.nanoTime() - until < 0; i++) {
            nextPartition = nextPartition + 1 < partitions.length ? nextPartition + 1 : 0;
            engine.scan(partitions[nextPartition]);
        }
    }
}
