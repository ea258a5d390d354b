package io.nqba.compute.optimisation;

import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.List;

/**
 * A run that has its answer, with all that its conclusion is drawn from.
 *
 * @param run the run with its value and bound
 * @param baselines objectives of the reference policies
 * @param survey what those policies do
 * @param settlement the answer that was stored
 * @param settled what became of it
 */
public record RunOutcome(
        OptimizationRun run,
        List<Baseline> baselines,
        SurveyTally survey,
        Settlement settlement,
        SettlementTally settled) {
    public RunOutcome {
        baselines = List.copyOf(baselines);
    }
}
