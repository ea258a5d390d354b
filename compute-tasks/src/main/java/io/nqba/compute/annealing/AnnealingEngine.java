package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.annealing.AnnealingRequest;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** Map-reduce annealing in the life cycle that all runs share. */
public final class AnnealingEngine implements RunEngine {
    /** A quadratic objective is a pure number; what it stands for is known to the one who asks. */
    private static final String NO_UNIT = "";

    @Override
    public boolean takes(RunRequest request) {
        return request instanceof AnnealingRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var request = (AnnealingRequest) submission.request();
        var store = new ProblemStore(ignite);
        StoredProblem row = store.require(request.problemId());
        ProblemSize.refuseTooLarge(row);
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        NO_UNIT,
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(row.sense())
                .build();
        // Read again in the transaction that queues the run: it locks the row against a removal at the same moment.
        return new Admission(
                run, AnnealingMemory.before(row.problemId(), row.revision()), () -> store.require(request.problemId()));
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        new AnnealingLoop(ignite, ledger, attempt, mayContinue).run();
    }
}
