package io.nqba.compute.sales.assignment;

import io.nqba.compute.optimisation.PartitionSweep;
import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.AssignmentRequest;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** Assignments in the life cycle that all runs share. */
public final class AssignmentEngine implements RunEngine {
    /** A submission is interactive: better a refusal that says "incomplete" than a long wait for absent nodes. */
    private static final long PATIENCE_MILLIS = 10_000;

    @Override
    public boolean takes(RunRequest request) {
        return request instanceof AssignmentRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var request = (AssignmentRequest) submission.request();
        SalesMarket.read(ignite, request);
        long items = new PartitionSweep(ignite, submission.runId(), request, PATIENCE_MILLIS)
                .ask(new SampleInquiry(0, true))
                .items();
        if (items == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "There is nothing to assign: there are no %s.".formatted(request.subject()),
                    "Load some, or assign the others.");
        }
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        SalesMarket.CURRENCY,
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(ObjectiveSense.MAXIMISE)
                .build();
        return new Admission(run, null, () -> {});
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        new AssignmentLoop(ignite, ledger, attempt, mayContinue).run();
    }
}
