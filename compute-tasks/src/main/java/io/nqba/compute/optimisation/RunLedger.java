package io.nqba.compute.optimisation;

import static org.apache.ignite.transactions.TransactionConcurrency.PESSIMISTIC;
import static org.apache.ignite.transactions.TransactionIsolation.REPEATABLE_READ;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import io.nqba.model.optimisation.RunState;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.jspecify.annotations.Nullable;

/**
 * The book of runs: each step of a run's life is one transaction over its run row, its progress and its checkpoint, which lie on
 * one node. A coordinator writes only while the run still carries its attempt, so one that was thought dead cannot write after
 * another took over.
 */
final class RunLedger {
    private static final long TX_TIMEOUT_MILLIS = 10_000;

    private final Ignite ignite;
    private final IgniteCache<String, OptimizationRun> runs;
    private final IgniteCache<RunProgressKey, RunProgress> progress;
    private final IgniteCache<String, RunCheckpoint> checkpoints;
    private final Clock clock = Clock.systemUTC();

    RunLedger(Ignite ignite) {
        this.ignite = ignite;
        runs = ignite.cache(CacheNames.OPTIMIZATION_RUN);
        progress = ignite.cache(CacheNames.RUN_PROGRESS);
        checkpoints = ignite.cache(CacheNames.RUN_CHECKPOINT);
    }

    Optional<OptimizationRun> find(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** Refuses when as many runs are active as the grid takes. */
    void refuseWhenFull() {
        int most = RunSettings.of(ignite.cluster().localNode()).mostActive();
        int active = checkpoints.size();
        if (active >= most) {
            throw new NqbaException(
                    ErrorCode.RUN_QUEUE_FULL,
                    "The queue is full: %d runs wait or run, and %d is the most.".formatted(active, most),
                    "Submit again when a run has ended, or cancel one.");
        }
    }

    /** Stores a new run as queued, or returns the one that has its id already. */
    OptimizationRun enqueue(OptimizationRun run) {
        return inTransaction(() -> {
            OptimizationRun before = runs.get(run.runId());
            if (before != null) {
                return before;
            }
            runs.put(run.runId(), run);
            checkpoints.put(run.runId(), RunCheckpoint.queued(run.createdMillis()));
            progress.put(new RunProgressKey(run.runId(), 1), row(run, 0, "Queued."));
            return run;
        });
    }

    /**
     * Asks a run to stop. A queued run is cancelled at once.
     *
     * @throws NqbaException if there is no such run
     */
    OptimizationRun requestCancel(String runId) {
        return inTransaction(() -> {
            OptimizationRun run = runs.get(runId);
            if (run == null) {
                throw unknown(runId);
            }
            if (run.state().terminal() || run.cancelRequested()) {
                return run;
            }
            OptimizationRun.Builder changed = run.toBuilder().cancelRequested(true);
            if (run.state() == RunState.RUNNING) {
                OptimizationRun asked = changed.build();
                runs.put(runId, asked);
                return asked;
            }
            RunCheckpoint checkpoint = Objects.requireNonNull(checkpoints.get(runId), "checkpoint");
            OptimizationRun ended = changed.state(RunState.CANCELLED)
                    .finishedMillis(clock.millis())
                    .build();
            runs.put(runId, ended);
            checkpoints.remove(runId);
            progress.put(
                    new RunProgressKey(runId, checkpoint.sequence() + 1),
                    row(ended, 0, "Cancelled before it started."));
            return ended;
        });
    }

    private RunProgress row(OptimizationRun run, long bytes, String message) {
        long elapsed = run.startedMillis() == 0 ? 0 : clock.millis() - run.startedMillis();
        return new RunProgress(
                run.state(), run.rounds(), run.value(), run.bound(), run.gap(), elapsed, run.nodes(), bytes, message);
    }

    private <R> R inTransaction(Supplier<R> step) {
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            R result = step.get();
            transaction.commit();
            return result;
        }
    }

    private static NqbaException unknown(@Nullable String runId) {
        return new NqbaException(
                ErrorCode.RUN_NOT_FOUND, "There is no run (%s).".formatted(runId), "List the runs to find its id.");
    }
}
