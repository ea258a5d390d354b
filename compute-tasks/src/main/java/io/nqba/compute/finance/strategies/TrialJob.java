package io.nqba.compute.finance.strategies;

import io.nqba.compute.optimisation.HeldJob;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;

/** Some combinations of one grid, played one after the other on one thread of the node that it came to. */
final class TrialJob extends HeldJob<TrialReport> {
    private static final long serialVersionUID = 1L;

    private final String universeId;
    private final StrategyKind kind;
    private final BacktestRequest request;
    private final int[] combinations;

    TrialJob(String universeId, StrategyKind kind, BacktestRequest request, int[] combinations) {
        this.universeId = universeId;
        this.kind = kind;
        this.request = request;
        this.combinations = combinations;
    }

    @Override
    protected Executor threads(Ignite here) {
        return TrialFloor.of(here).threads();
    }

    @Override
    protected TrialReport work(Ignite here) {
        BacktestStage stage = BacktestStage.of(here, universeId);
        var trials = new Trials(stage, kind, request);
        List<BacktestTrial> made = new ArrayList<>(combinations.length);
        for (int combination : combinations) {
            made.add(trials.trial(combination));
        }
        return new TrialReport(
                here.cluster().localNode().id().toString(),
                stage.fingerprint(trials.stretch().to()),
                combinations,
                made);
    }
}
