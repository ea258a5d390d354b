package io.nqba.compute.finance.portfolio;

import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** Portfolio runs in the life cycle that all runs share. */
public final class PortfolioEngine implements RunEngine {
    @Override
    public boolean takes(RunRequest request) {
        return request instanceof PortfolioRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var request = (PortfolioRequest) submission.request();
        // Reads everything that the request names; what does not fit is refused before anything is stored.
        PortfolioModel.of(ignite, request);
        PortfolioObjective objective = request.objective();
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        request,
                        submission.requestedBy(),
                        RunUnits.of(objective),
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(objective.sense())
                .build();
        return new Admission(run, null, () -> {});
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        new PortfolioLoop(ignite, ledger, attempt, mayContinue).run();
    }
}
