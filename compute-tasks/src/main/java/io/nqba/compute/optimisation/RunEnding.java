package io.nqba.compute.optimisation;

import io.nqba.compute.kernel.coordination.CoordinationMaster;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.ignite.Ignite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a run that has an answer: the partitions store it, the problem puts it into words, the ledger closes the run. */
final class RunEnding {
    private static final Logger LOG = LoggerFactory.getLogger(RunEnding.class);

    private final Ignite ignite;
    private final RunLedger ledger;
    private final PartitionSweep sweep;
    private final CoordinatedProblem problem;

    RunEnding(Ignite ignite, RunLedger ledger, PartitionSweep sweep, CoordinatedProblem problem) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.sweep = sweep;
        this.problem = problem;
    }

    /**
     * Ends the run.
     *
     * @param early why it ends before its gap has closed; empty when the gap has closed
     */
    void end(OptimizationRun run, RoundState state, String early) {
        RunState ended = run.cancelRequested() && !early.isEmpty() ? RunState.CANCELLED : RunState.SUCCEEDED;
        CoordinationMaster master = state.master();
        if (master.round() == 0) {
            ledger.finish(run.toBuilder().state(RunState.CANCELLED).build(), "Cancelled before its first round.");
            return;
        }
        var settlement = new Settlement(run.runId(), master.best(), shadowPrice(master));
        SettlementTally settled =
                sweep.ask(new SettleInquiry(run.request(), settlement)).tally();
        var outcome = new RunOutcome(run, run.baselines(), state.survey(), settlement, settled);
        Conclusion conclusion = problem.conclude(ignite, outcome);
        List<String> findings = new ArrayList<>();
        if (!early.isEmpty()) {
            findings.add(stoppedEarly(run, early));
        }
        findings.addAll(conclusion.findings());
        OptimizationRun done = run.toBuilder()
                .state(ended)
                .findings(findings)
                .problem(conclusion.problem())
                .remedy(conclusion.remedy())
                .build();
        ledger.finish(done, early.isEmpty() ? "Value and bound have met." : early + ".");
        LOG.info(
                "A run ended, runId={}, state={}, value={}, gap={}, rounds={}",
                run.runId(),
                ended,
                run.value(),
                run.gap(),
                run.rounds());
    }

    private static double[] shadowPrice(CoordinationMaster master) {
        double[] price = master.peakPrice();
        double[] ofCaps = master.capPrice();
        for (int row = 0; row < price.length; row++) {
            price[row] += ofCaps[row];
        }
        return price;
    }

    private static String stoppedEarly(OptimizationRun run, String early) {
        return String.format(
                Locale.ENGLISH,
                "%s before the gap had closed: the answer is proven to be within %.3g %% of the best, %.3g %% was asked for.",
                early,
                100 * run.gap(),
                100 * run.request().targetGap());
    }
}
