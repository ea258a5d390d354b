package io.nqba.node.optimisation;

import io.nqba.compute.optimisation.RunCheckpoint;
import io.nqba.compute.optimisation.RunCoordinator;
import io.nqba.compute.optimisation.RunSettings;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.lifecycle.NodeContext;
import io.nqba.node.lifecycle.NodeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheException;
import javax.cache.event.EventType;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.cache.query.QueryCursor;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Coordinates the active runs whose rows this node owns. A run that this node gains, because it was submitted here or because its
 * owner left, is taken up; one that it loses to a node that joined is handed over after its current round.
 */
public final class RunSupervisor implements NodeModule {
    private static final Logger LOG = LoggerFactory.getLogger(RunSupervisor.class);
    /** How soon an owner notices that a run became its own by a change of the topology; submissions wake it at once. */
    private static final long LOOK_MILLIS = 200;

    private static final long STOP_SECONDS = 10;

    private final Set<String> coordinated = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private @Nullable Ignite ignite;
    private @Nullable ScheduledExecutorService watch;
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable ExecutorService coordinators;
    private @Nullable QueryCursor<?> submissions;

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void start(NodeContext context) {
        start(context.ignite());
    }

    /** Starts on a node whose grid is active. */
    void start(Ignite here) {
        ignite = here;
        coordinators = Executors.newCachedThreadPool(task -> daemon(task, "coordinator-" + here.name()));
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "run-supervisor-" + here.name()));
        watch = clock;
        looking = clock.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var query = new ContinuousQuery<String, RunCheckpoint>();
        query.setLocal(true);
        // Checkpoints of rounds change a row that is there; a submission makes one. It is not kept waiting by a run
        // that goes on.
        query.setLocalListener(events -> events.forEach(event -> {
            if (event.getEventType() == EventType.CREATED) {
                wake();
            }
        }));
        submissions =
                here.<String, RunCheckpoint>cache(CacheNames.RUN_CHECKPOINT).query(query);
    }

    @Override
    public void stop() {
        stopping = true;
        if (submissions != null) {
            submissions.close();
        }
        if (looking != null) {
            looking.cancel(false);
        }
        end(watch);
        end(coordinators);
    }

    private void wake() {
        if (watch != null && !stopping) {
            watch.execute(this::look);
        }
    }

    private void look() {
        if (ignite == null || stopping) {
            return;
        }
        try {
            List<ActiveRun> active = active(ignite);
            int most = RunSettings.of(ignite.cluster().localNode()).mostRunning();
            for (ActiveRun run : ActiveRun.mayRun(active, most)) {
                if (owns(ignite, run.runId())) {
                    takeUp(ignite, run.runId());
                }
            }
        } catch (IgniteException | CacheException | IllegalStateException gridChanges) {
            LOG.debug("The supervisor looks again, cause={}", gridChanges.toString());
        }
    }

    private static List<ActiveRun> active(Ignite here) {
        var active = new ArrayList<ActiveRun>();
        try (var rows = here.<String, RunCheckpoint>cache(CacheNames.RUN_CHECKPOINT)
                .query(new ScanQuery<String, RunCheckpoint>(), ActiveRun::of)) {
            rows.forEach(active::add);
        }
        return active;
    }

    private void takeUp(Ignite here, String runId) {
        if (coordinators == null || !coordinated.add(runId)) {
            return;
        }
        coordinators.execute(() -> {
            try {
                new RunCoordinator(here, runId, () -> !stopping && owns(here, runId)).work();
            } catch (IgniteException | CacheException | IllegalStateException gridFailure) {
                LOG.warn("The run waits for the grid, runId={}, cause={}", runId, gridFailure.toString());
            } finally {
                coordinated.remove(runId);
            }
        });
    }

    private static boolean owns(Ignite here, String runId) {
        return here.affinity(CacheNames.OPTIMIZATION_RUN)
                .isPrimary(here.cluster().localNode(), runId);
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A coordinator saves each round, so one that does not end in time loses no more than the round it is in. */
    private static void end(@Nullable ExecutorService service) {
        if (service == null) {
            return;
        }
        service.shutdown();
        try {
            if (!service.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                service.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            service.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
