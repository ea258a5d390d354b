package io.nqba.node.optimisation;

import static org.awaitility.Awaitility.await;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.ignite.client.IgniteClient;

/** Follows and cancels runs of whatever kind as the console does: by thin client, by task name. */
public abstract class GridDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IgniteClient client;

    protected GridDesk(IgniteClient client) {
        this.client = client;
    }

    protected final IgniteClient client() {
        return client;
    }

    public final OptimizationRun find(String runId) {
        return client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(runId);
    }

    public final OptimizationRun cancel(String runId) {
        return call(OptimizationRun.class, TaskNames.CANCEL_RUN, runId);
    }

    public final OptimizationRun untilEnded(String runId) {
        return until(runId, 20, run -> run.state().terminal());
    }

    /** Waits for a round, or for the end of a run that never gets there. */
    public final OptimizationRun untilRound(String runId, int round) {
        return until(runId, 5, run -> run.rounds() >= round || run.state().terminal());
    }

    private OptimizationRun until(String runId, int pollMillis, Predicate<OptimizationRun> reached) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(pollMillis))
                .until(() -> find(runId), reached);
    }

    /** Executes a task by its name and returns what it answers. */
    protected final <R> R call(Class<R> type, String task, Object argument) {
        try {
            return type.cast(client.compute()
                    .<Object, TaskReply<R>>execute(task, argument)
                    .orThrow());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
