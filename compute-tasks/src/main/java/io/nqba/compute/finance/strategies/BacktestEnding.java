package io.nqba.compute.finance.strategies;

import io.nqba.compute.kernel.backtest.Backtest;
import io.nqba.compute.kernel.backtest.DeflatedSharpe;
import io.nqba.compute.kernel.backtest.EqualWeight;
import io.nqba.compute.kernel.backtest.FutureCheck;
import io.nqba.compute.kernel.backtest.TradingStrategies;
import io.nqba.compute.kernel.backtest.TradingStrategy;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.EquityPoint;
import io.nqba.model.finance.EquityPointKey;
import io.nqba.model.finance.Signal;
import io.nqba.model.finance.SignalKey;
import io.nqba.model.finance.Strategy;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a backtest run: the chosen try is played once more for its curve, checked, deflated and put into words. */
final class BacktestEnding {
    static final String EQUAL_WEIGHT = "equal-weight";

    private static final Logger LOG = LoggerFactory.getLogger(BacktestEnding.class);
    /** Enough for any screen; more would only be sent and thrown away. */
    private static final int MOST_POINTS = 1_000;

    private static final int FUTURE_CHECKS = 5;
    private static final long FUTURE_SEED = 20140415;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final Strategy strategy;
    private final OptimizationRun run;
    private final BacktestMemory memory;
    private final BacktestRequest request;

    BacktestEnding(Ignite ignite, RunLedger ledger, OptimizationRun run, BacktestMemory memory) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.strategy = memory.strategy();
        this.run = run;
        this.memory = memory;
        this.request = memory.request();
    }

    /**
     * Ends the run.
     *
     * @param early why it ends before all tries were made; empty when they were
     */
    void end(String early) {
        RunState state =
                ledger.cancelRequested(run.runId()) && !early.isEmpty() ? RunState.CANCELLED : RunState.SUCCEEDED;
        if (memory.trials().isEmpty()) {
            ledger.finish(run.toBuilder().state(RunState.CANCELLED).build(), "Cancelled before its first try.");
            return;
        }
        BacktestStage stage = BacktestStage.of(ignite, strategy.universeId());
        var trials = new Trials(stage, strategy.kind(), request);
        BacktestTrial best = BacktestLoop.best(request, memory.trials());
        Backtest played = trials.play(TradingStrategies.create(strategy.kind(), best.parameters()));
        Backtest equal = trials.play(new EqualWeight());
        BacktestRun result = result(stage, trials, best, trials.trial(Map.of(), equal));
        // Rows first: whoever sees the run ended finds them. Written again by another coordinator they are the same.
        storeCurve(stage, trials.stretch(), played.wealth(), equal.wealth());
        storeSignals(stage, trials.stretch(), best);
        ignite.cache(CacheNames.BACKTEST_RUN).put(run.runId(), result);
        ledger.finish(
                run.toBuilder()
                        .state(state)
                        .findings(new BacktestFindings(result).sentences(early))
                        .build(),
                early.isEmpty() ? "All %d tries made.".formatted(memory.trials().size()) : early + ".");
        LOG.info(
                "A backtest ended, runId={}, state={}, tries={}, value={}",
                run.runId(),
                state,
                memory.trials().size(),
                run.value());
    }

    private BacktestRun result(BacktestStage stage, Trials trials, BacktestTrial best, BacktestTrial equal) {
        Stretch stretch = trials.stretch();
        TriedBefore tried =
                TriedBefore.of(ignite, run.runId(), request, stage.day(stretch.chosenTo()), memory.trials());
        DeflatedSharpe deflated =
                DeflatedSharpe.of(Trials.performance(best.chosen()), tried.tries(), tried.sharpeVariance());
        FutureCheck check = FutureCheck.of(
                stage.table(),
                prices -> TradingStrategies.create(strategy.kind(), best.parameters()),
                stretch.from(),
                stretch.to(),
                FUTURE_CHECKS,
                FUTURE_SEED);
        return new BacktestRun(
                run.runId(),
                strategy.strategyId(),
                strategy.name(),
                strategy.kind(),
                strategy.universeId(),
                request.objective(),
                request.assumptions(),
                stage.day(stretch.from()),
                stage.day(stretch.chosenTo()),
                stage.day(stretch.to()),
                best,
                equal,
                memory.trials(),
                request.tries(),
                deflated.tries(),
                deflated.luckySharpe(),
                deflated.probability(),
                check.passed() ? check.days() : -1,
                Clock.systemUTC().millis());
    }

    private void storeCurve(BacktestStage stage, Stretch stretch, double[] wealth, double[] equal) {
        var kept = new TreeSet<Integer>();
        int step = Math.max(1, (wealth.length + MOST_POINTS - 1) / MOST_POINTS);
        for (int t = 0; t < wealth.length; t += step) {
            kept.add(t);
        }
        kept.add(wealth.length - 1);
        double[] fall = drawdowns(wealth);
        double[] equalFall = drawdowns(equal);
        kept.add(deepest(fall));
        kept.add(deepest(equalFall));
        Map<EquityPointKey, EquityPoint> points = KeyOrder.map();
        for (int t : kept) {
            points.put(
                    new EquityPointKey(run.runId(), stage.day(stretch.from() + t)),
                    new EquityPoint(wealth[t], equal[t], fall[t], equalFall[t]));
        }
        IgniteCache<EquityPointKey, EquityPoint> cache = ignite.cache(CacheNames.EQUITY_POINT);
        cache.putAll(points);
    }

    private void storeSignals(BacktestStage stage, Stretch stretch, BacktestTrial best) {
        TradingStrategy deciding = TradingStrategies.create(strategy.kind(), best.parameters());
        double[] weights = Backtest.lastDecision(stage.table(), deciding, stretch.from(), stretch.to());
        IgniteCache<SignalKey, Signal> cache = ignite.cache(CacheNames.SIGNAL);
        for (int asset = 0; asset < weights.length; asset++) {
            if (weights[asset] != 0) {
                cache.put(
                        new SignalKey(stage.instrumentIds().get(asset), strategy.strategyId(), stage.day(stretch.to())),
                        new Signal(weights[asset], run.runId()));
            }
        }
    }

    private static double[] drawdowns(double[] wealth) {
        double[] falls = new double[wealth.length];
        double peak = 0;
        for (int t = 0; t < wealth.length; t++) {
            peak = Math.max(peak, wealth[t]);
            falls[t] = peak > 0 ? 1 - wealth[t] / peak : 0;
        }
        return falls;
    }

    private static int deepest(double[] falls) {
        int at = 0;
        for (int t = 1; t < falls.length; t++) {
            at = falls[t] > falls[at] ? t : at;
        }
        return at;
    }
}
