package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.compute.optimisation.RunLedger.Attempt;
import io.nqba.compute.platform.TaskGuard;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.RunState;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coordinator's work on one run: survey the reference policies, put rounds of prices until value and bound have met, store the
 * answer. Whatever a coordinator finds out is saved before it goes on, so that another one can take over at any moment.
 */
public final class CoordinatedRun {
    private static final Logger LOG = LoggerFactory.getLogger(CoordinatedRun.class);
    /** How long a run waits for partitions without an owner, such as during the restart of a node. */
    private static final long PATIENCE_MILLIS = 60_000;
    /** Data that changes this often is still being loaded. */
    private static final int MOST_RESTARTS = 3;

    private final Ignite ignite;
    private final String runId;
    private final BooleanSupplier mayContinue;
    private final RunLedger ledger;

    /**
     * @param ignite this node
     * @param runId a run in the queue, or one that another coordinator left
     * @param mayContinue false when this node shall hand the run over
     */
    public CoordinatedRun(Ignite ignite, String runId, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.runId = runId;
        this.mayContinue = mayContinue;
        this.ledger = new RunLedger(ignite);
    }

    /** Works on the run until it has ended or is handed over. */
    public void work() {
        Optional<Attempt> attempt = ledger.takeUp(runId);
        if (attempt.isEmpty()) {
            return;
        }
        OptimizationRun run = attempt.get().run();
        LOG.info("Coordinating a run, runId={}, kind={}, attempt={}", runId, run.kind(), run.attempt());
        try {
            new Loop(run, attempt.get().rounds()).run();
        } catch (SupersededException handedOver) {
            LOG.info("Another coordinator has the run, runId={}, attempt={}", runId, run.attempt());
        } catch (NqbaException refusal) {
            fail(run, refusal);
        } catch (IgniteException | CacheException gridFailure) {
            LOG.warn("The run waits for the grid, runId={}, cause={}", runId, gridFailure.toString());
        } catch (RuntimeException bug) {
            LOG.error("A run failed, runId={}", runId, bug);
            fail(run, TaskGuard.internal(bug));
        }
    }

    private void fail(OptimizationRun run, NqbaException reason) {
        OptimizationRun last = ledger.find(runId).orElse(run);
        OptimizationRun failed = last.toBuilder()
                .attempt(run.attempt())
                .state(RunState.FAILED)
                .problem(reason.problem())
                .remedy(reason.remedy())
                .build();
        try {
            ledger.finish(failed, reason.problem());
            LOG.warn("A run failed, runId={}, code={}, problem={}", runId, reason.code(), reason.problem());
        } catch (SupersededException handedOver) {
            LOG.info("Another coordinator has the run, runId={}, attempt={}", runId, run.attempt());
        }
    }

    /** The steps from the first or the last saved round to the end. */
    private final class Loop {
        private final RunRequest request;
        private final CoordinatedProblem problem;
        private final PartitionSweep sweep;
        private final SharedLimits limits;
        private final long startNanos = System.nanoTime();
        private final long activeBefore;
        private OptimizationRun run;
        private final @Nullable RoundState state;

        Loop(OptimizationRun run, @Nullable RoundState state) {
            this.run = run;
            this.state = state;
            this.request = run.request();
            this.problem = CoordinatedProblems.of(request);
            this.sweep = new PartitionSweep(ignite, runId, request, PATIENCE_MILLIS);
            this.limits = problem.limits(ignite, request);
            this.activeBefore = state == null ? 0 : state.activeMillis();
        }

        void run() {
            RoundState at = state == null ? survey(0) : state;
            while (at.master().round() == 0 || ending(at).isEmpty()) {
                if (!mayContinue.getAsBoolean()) {
                    LOG.info(
                            "Handing a run over, runId={}, round={}",
                            runId,
                            at.master().round());
                    return;
                }
                if (run.cancelRequested() && at.master().round() == 0) {
                    break;
                }
                at = round(at);
            }
            new RunEnding(ignite, ledger, sweep, problem)
                    .end(run, at, ending(at).orElse(""));
            Workbench.of(ignite).forget(runId);
        }

        private RoundState survey(int restarts) {
            // At a restart the nodes read their rows again.
            CheckTally rows = sweep.ask(new CheckInquiry(restarts > 0)).tally();
            Submission.refuse(rows);
            Sweep<SurveyTally> survey = sweep.ask(new SurveyInquiry());
            var begun = new RoundState(
                    survey.tally(),
                    new CoordinationMaster(limits, request.targetGap()),
                    survey.fingerprint(),
                    restarts,
                    activeMillis());
            String message = restarts == 0
                    ? "Reference policies computed for %d subproblems.".formatted(survey.items())
                    : "The data changed while the run went; it starts over.";
            run = run.toBuilder()
                    .baselines(Baselines.of(problem, limits, survey.tally()))
                    .nodes(survey.nodes())
                    .build();
            run = ledger.book(run, begun, survey.bytes(), message);
            return begun;
        }

        private RoundState round(RoundState at) {
            Sweep<RoundTally> answers = sweep.ask(new RoundInquiry(at.master().question()));
            if (answers.fingerprint() != at.fingerprint()) {
                return restart(at);
            }
            CoordinationMaster master = at.master();
            master.absorb(answers.tally().total());
            RoundState next = at.activeFor(activeMillis());
            run = run.toBuilder()
                    .value(master.value())
                    .bound(master.bound())
                    .gap(master.gap())
                    .rounds(master.round())
                    .nodes(answers.nodes())
                    .build();
            run = ledger.book(run, next, answers.bytes(), "");
            return next;
        }

        private RoundState restart(RoundState at) {
            if (at.restarts() >= MOST_RESTARTS) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "The data of the run changed %d times while it went.".formatted(at.restarts() + 1),
                        "Submit the request again when the intake of these rows has finished.");
            }
            return survey(at.restarts() + 1);
        }

        /** Returns why the rounds end here, empty text when the gap is closed; no value when they go on. */
        private Optional<String> ending(RoundState at) {
            CoordinationMaster master = at.master();
            if (master.closed()) {
                return Optional.of("");
            }
            if (run.cancelRequested()) {
                return Optional.of("It was cancelled");
            }
            if (master.round() >= request.maxRounds()) {
                return Optional.of("It reached its limit of %d rounds".formatted(request.maxRounds()));
            }
            if (activeMillis() >= request.timeLimitMillis()) {
                return Optional.of("It reached its time limit of %.1f s".formatted(request.timeLimitMillis() / 1000.0));
            }
            return Optional.empty();
        }

        private long activeMillis() {
            return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        }
    }
}
