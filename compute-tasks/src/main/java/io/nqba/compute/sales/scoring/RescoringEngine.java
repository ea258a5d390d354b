package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import io.nqba.model.sales.RescoringRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/**
 * Promotion of a model in the life cycle that all runs share. The model is champion in the transaction that queues the run; scoring all
 * leads is the run. Cancelled, the champion stays: leads that it did not come to keep the score of the model that their score names.
 */
public final class RescoringEngine implements RunEngine {
    private static final String UNIT = "leads";

    @Override
    public boolean takes(RunRequest request) {
        return request instanceof RescoringRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var request = (RescoringRequest) submission.request();
        List<String> modelIds = ModelBook.idsBeside(ignite, request.modelId());
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        UNIT,
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(ObjectiveSense.MAXIMISE)
                .build();
        return new Admission(
                run,
                RescoringMemory.begin(),
                () -> ModelBook.promote(ignite, modelIds, request.modelId(), request.revision()));
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        var memory = (RescoringMemory) Objects.requireNonNull(attempt.memory(), "memory");
        new RescoringLoop(ignite, ledger, attempt.run(), memory, mayContinue).run();
    }
}
