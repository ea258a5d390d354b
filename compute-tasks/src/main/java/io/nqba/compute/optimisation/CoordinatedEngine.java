package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.compute.kernel.coordination.SharedLimits;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Optimisation by prices: survey the reference policies, put rounds of prices until value and bound have met, store the answer. Whatever
 * a coordinator finds out is saved before it goes on, so that another one can take over at any moment.
 */
final class CoordinatedEngine implements RunEngine {
    private static final Logger LOG = LoggerFactory.getLogger(CoordinatedEngine.class);
    /** How long a run waits for partitions without an owner, such as during the restart of a node. */
    private static final long PATIENCE_MILLIS = 60_000;
    /** A submission is interactive: better a refusal that says "incomplete" than a long wait for absent nodes. */
    private static final long ADMISSION_PATIENCE_MILLIS = 10_000;
    /**
     * How long a submission waits for its rows to be read; clients give up after 30 s. Where there are more, the run is admitted, goes on
     * reading, and ends with what would have been refused.
     */
    private static final long ADMISSION_MILLIS = 15_000;
    /** Data that changes this often is still being loaded. */
    private static final int MOST_RESTARTS = 3;

    @Override
    public boolean takes(RunRequest request) {
        return CoordinatedProblems.find(request).isPresent();
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        RunRequest request = submission.request();
        CoordinatedProblem problem = CoordinatedProblems.of(request);
        String valueUnit = problem.check(ignite, request);
        new PartitionSweep(ignite, submission.runId(), request, ADMISSION_PATIENCE_MILLIS)
                .ask(new CheckInquiry(false), ADMISSION_MILLIS)
                .ifPresent(rows -> refuse(rows.tally(), request));
        var run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        valueUnit,
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(problem.valueFactor() < 0 ? ObjectiveSense.MAXIMISE : ObjectiveSense.MINIMISE)
                .build();
        return new Admission(run, null, () -> {});
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        new Loop(ignite, ledger, attempt.run(), (RoundState) attempt.memory(), mayContinue).run();
    }

    private static void refuseNothing(CheckTally rows, RunRequest request) {
        if (rows.items() > 0) {
            return;
        }
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                "There is nothing to optimise: %s is empty.".formatted(request.subject()),
                "Load data for it, or choose another one.");
    }

    /** Refuses when rows behind the request cannot be used, or there are none. */
    private static void refuse(CheckTally rows, RunRequest request) {
        refuseNothing(rows, request);
        List<FieldProblem> problems = rows.problems();
        if (problems.isEmpty()) {
            return;
        }
        FieldProblem first = problems.get(0);
        String more = rows.refused() == 1 ? "" : " There are %d such problems.".formatted(rows.refused());
        throw new NqbaException(ErrorCode.INVALID_PROBLEM, first.problem() + more, first.remedy(), problems, null);
    }

    /** The steps from the first or the last saved round to the end. */
    private static final class Loop {
        private final Ignite ignite;
        private final RunLedger ledger;
        private final String runId;
        private final BooleanSupplier mayContinue;
        private final RunRequest request;
        private final CoordinatedProblem problem;
        private final PartitionSweep sweep;
        private final SharedLimits limits;
        private final long startNanos = System.nanoTime();
        private final long activeBefore;
        private OptimizationRun run;
        private final @Nullable RoundState state;

        Loop(
                Ignite ignite,
                RunLedger ledger,
                OptimizationRun run,
                @Nullable RoundState state,
                BooleanSupplier mayContinue) {
            this.ignite = ignite;
            this.ledger = ledger;
            this.runId = run.runId();
            this.mayContinue = mayContinue;
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
            refuse(rows, request);
            Sweep<SurveyTally> survey = sweep.ask(new SurveyInquiry());
            double[] plan = problem.secondSurvey(ignite, request, survey.tally());
            if (plan.length > 0) {
                survey.tally().add(sweep.ask(new SecondSurveyInquiry(plan)).tally());
            }
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
                    .value(master.value() * problem.valueFactor())
                    .bound(master.bound() * problem.valueFactor())
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
            if (!master.goesOn()) {
                return Optional.of("It found no better plan");
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
