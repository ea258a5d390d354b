package io.nqba.compute.optimisation;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import java.util.Optional;
import org.apache.ignite.Ignite;

/** One request on its way into the queue. Nothing is stored unless everything about it is in order. */
final class Submission {
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
        RunEngine engine = RunEngines.of(submission.request());
        ledger.refuseWhenFull();
        return sameAsBefore(ledger.enqueue(engine.admit(ignite, submission)));
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
}
