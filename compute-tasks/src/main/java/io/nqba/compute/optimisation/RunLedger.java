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
public final class RunLedger {
    private static final long TX_TIMEOUT_MILLIS = 10_000;
    /** A run that ends coordinators before their first round would otherwise be taken up for ever. */
    private static final int MOST_FRUITLESS_ATTEMPTS = 5;

    private final Ignite ignite;
    private final IgniteCache<String, OptimizationRun> runs;
    private final IgniteCache<RunProgressKey, RunProgress> progress;
    private final IgniteCache<String, RunCheckpoint> checkpoints;
    private final Clock clock = Clock.systemUTC();

    public RunLedger(Ignite ignite) {
        this.ignite = ignite;
        runs = ignite.cache(CacheNames.OPTIMIZATION_RUN);
        progress = ignite.cache(CacheNames.RUN_PROGRESS);
        checkpoints = ignite.cache(CacheNames.RUN_CHECKPOINT);
    }

    public Optional<OptimizationRun> find(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    /** Refuses when as many runs are active as the grid takes. */
    void refuseWhenFull() {
        int most = RunSettings.of(ignite.cluster().localNode()).mostActive();
        int active = checkpoints.size();
        if (active >= most) {
            throw new NqbaException(
                    ErrorCode.RUN_QUEUE_FULL,
                    "The queue is full: %s, and %d is the most."
                            .formatted(active == 1 ? "1 run waits or runs" : active + " runs wait or run", most),
                    "Submit again when a run has ended, or cancel one.");
        }
    }

    /** Stores a new run as queued, or returns the one that has its id already. */
    OptimizationRun enqueue(RunEngine.Admission admission) {
        OptimizationRun run = admission.run();
        return inTransaction(() -> {
            OptimizationRun before = runs.get(run.runId());
            if (before != null) {
                return before;
            }
            admission.beside().run();
            runs.put(run.runId(), run);
            RunCheckpoint queued = RunCheckpoint.queued(run.createdMillis(), admission.memory());
            checkpoints.put(run.runId(), queued);
            tell(run, queued, 0, "Queued.");
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
            if (run.state() == RunState.QUEUED) {
                return end(changed.state(RunState.CANCELLED), "Cancelled before it started.");
            }
            OptimizationRun asked = changed.build();
            runs.put(runId, asked);
            return asked;
        });
    }

    /**
     * Makes this node the coordinator of a run and returns its new attempt; empty when there is nothing left to do.
     *
     * @param runId the run
     */
    Optional<Attempt> takeUp(String runId) {
        return inTransaction(() -> {
            OptimizationRun run = runs.get(runId);
            RunCheckpoint checkpoint = checkpoints.get(runId);
            if (run == null || checkpoint == null || run.state().terminal()) {
                checkpoints.remove(runId);
                return Optional.empty();
            }
            if (checkpoint.fruitlessAttempts() >= MOST_FRUITLESS_ATTEMPTS) {
                end(interruptedTooOften(run, checkpoint), "Given up.");
                return Optional.empty();
            }
            OptimizationRun mine = run.toBuilder()
                    .state(RunState.RUNNING)
                    .attempt(run.attempt() + 1)
                    .startedMillis(run.startedMillis() == 0 ? clock.millis() : run.startedMillis())
                    .coordinatorNode(ignite.cluster().localNode().id().toString())
                    .build();
            RunCheckpoint next = checkpoint.takenUp();
            runs.put(runId, mine);
            checkpoints.put(runId, next);
            tell(mine, next, 0, checkpoint.started() ? "Another node goes on with it." : "Started.");
            return Optional.of(new Attempt(mine, next.memory()));
        });
    }

    /**
     * Books a step of a running run.
     *
     * @param changed the run after the step
     * @param memory where it stands
     * @param bytes bytes of answers received in the step
     * @param message what happened, for people
     * @return the run as stored
     * @throws SupersededException if another coordinator has taken the run over
     */
    public OptimizationRun book(OptimizationRun changed, RunMemory memory, long bytes, String message) {
        return book(changed, memory, bytes, message, () -> {});
    }

    /**
     * Books a step of a running run together with other rows.
     *
     * @param beside writes that belong into the same transaction, to rows that lie with the run
     * @throws SupersededException if another coordinator has taken the run over
     */
    public OptimizationRun book(
            OptimizationRun changed, RunMemory memory, long bytes, String message, Runnable beside) {
        return inTransaction(() -> {
            OptimizationRun stored = owned(changed);
            OptimizationRun merged = changed.toBuilder()
                    .cancelRequested(stored.cancelRequested())
                    .build();
            RunCheckpoint next = checkpoint(changed.runId()).after(memory);
            runs.put(merged.runId(), merged);
            checkpoints.put(merged.runId(), next);
            beside.run();
            tell(merged, next, bytes, message);
            return merged;
        });
    }

    /**
     * Ends a running run.
     *
     * @throws SupersededException if another coordinator has taken the run over
     */
    public OptimizationRun finish(OptimizationRun ended, String message) {
        return inTransaction(() -> {
            OptimizationRun stored = owned(ended);
            return end(ended.toBuilder().cancelRequested(stored.cancelRequested()), message);
        });
    }

    /** Returns whether somebody asked the run to stop. */
    public boolean cancelRequested(String runId) {
        return find(runId).map(OptimizationRun::cancelRequested).orElse(true);
    }

    private OptimizationRun end(OptimizationRun.Builder changed, String message) {
        OptimizationRun ended = changed.finishedMillis(clock.millis()).build();
        RunCheckpoint last = checkpoint(ended.runId()).next();
        runs.put(ended.runId(), ended);
        checkpoints.remove(ended.runId());
        tell(ended, last, 0, message);
        return ended;
    }

    private OptimizationRun owned(OptimizationRun mine) {
        OptimizationRun stored = runs.get(mine.runId());
        if (stored == null || stored.attempt() != mine.attempt() || stored.state() != RunState.RUNNING) {
            throw new SupersededException(mine.runId(), mine.attempt());
        }
        return stored;
    }

    private RunCheckpoint checkpoint(String runId) {
        return Objects.requireNonNull(checkpoints.get(runId), "checkpoint");
    }

    private void tell(OptimizationRun run, RunCheckpoint at, long bytes, String message) {
        long elapsed = run.startedMillis() == 0 ? 0 : Math.max(0, clock.millis() - run.startedMillis());
        progress.put(
                new RunProgressKey(run.runId(), at.sequence()),
                new RunProgress(
                        run.state(),
                        run.rounds(),
                        run.value(),
                        run.bound(),
                        run.gap(),
                        elapsed,
                        run.nodes(),
                        bytes,
                        message));
    }

    private <R> R inTransaction(Supplier<R> step) {
        try (var transaction = ignite.transactions().txStart(PESSIMISTIC, REPEATABLE_READ, TX_TIMEOUT_MILLIS, 0)) {
            R result = step.get();
            transaction.commit();
            return result;
        }
    }

    private static OptimizationRun.Builder interruptedTooOften(OptimizationRun run, RunCheckpoint checkpoint) {
        return run.toBuilder()
                .state(RunState.FAILED)
                .problem("The run was interrupted %d times in a row before it finished a round."
                        .formatted(checkpoint.fruitlessAttempts()))
                .remedy("Look into the logs of the grid nodes, then submit the request again.");
    }

    private static NqbaException unknown(String runId) {
        return new NqbaException(
                ErrorCode.RUN_NOT_FOUND, "There is no run (%s).".formatted(runId), "List the runs to find its id.");
    }

    /**
     * A coordinator's hold on a run.
     *
     * @param run the run as taken up, with the attempt that fences it
     * @param memory where it stands; null before its engine has said so
     */
    public record Attempt(OptimizationRun run, @Nullable RunMemory memory) {}
}
