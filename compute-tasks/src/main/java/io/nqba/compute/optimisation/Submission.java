package io.nqba.compute.optimisation;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.ignite.Ignite;

/** One request on its way into the queue. Nothing is stored unless everything about it is in order. */
final class Submission {
    /** A submission is interactive: better a refusal that says "incomplete" than a long wait for absent nodes. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final Ignite ignite;
    private final SubmitRun submission;
    private final RunLedger ledger;

    Submission(Ignite ignite, SubmitRun submission) {
        this.ignite = ignite;
        this.submission = submission;
        this.ledger = new RunLedger(ignite);
    }

    /**
     * Queues the run, or finds it where it was queued before.
     *
     * @throws NqbaException a refusal
     */
    OptimizationRun queue() {
        Optional<OptimizationRun> before = ledger.find(submission.runId());
        if (before.isPresent()) {
            return sameAsBefore(before.get());
        }
        RunRequest request = submission.request();
        CoordinatedProblem problem = CoordinatedProblems.of(request);
        ledger.refuseWhenFull();
        String valueUnit = problem.check(ignite, request);
        CheckTally rows = new PartitionSweep(ignite, submission.runId(), request, PATIENCE_MILLIS)
                .ask(new CheckInquiry(false))
                .tally();
        refuse(rows);
        refuseNothing(rows, request);
        var run = OptimizationRun.queued(
                submission.runId(),
                request,
                submission.requestedBy(),
                valueUnit,
                Clock.systemUTC().millis());
        return sameAsBefore(ledger.enqueue(run));
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

    private OptimizationRun sameAsBefore(OptimizationRun stored) {
        var binary = ignite.binary();
        Object before = binary.toBinary(stored.request());
        if (before.equals(binary.toBinary(submission.request()))) {
            return stored;
        }
        throw new NqbaException(
                ErrorCode.CONFLICT,
                "The run (%s) was submitted before with another request.".formatted(submission.runId()),
                "Use a new run id for a new request.");
    }

    /** Refuses when rows behind the request cannot be used. */
    static void refuse(CheckTally rows) {
        List<FieldProblem> problems = rows.problems();
        if (problems.isEmpty()) {
            return;
        }
        FieldProblem first = problems.get(0);
        String more = rows.refused() == 1 ? "" : " There are %d such problems.".formatted(rows.refused());
        throw new NqbaException(ErrorCode.INVALID_PROBLEM, first.problem() + more, first.remedy(), problems, null);
    }
}
