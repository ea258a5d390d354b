package io.nqba.compute.finance.strategies;

import io.nqba.compute.kernel.backtest.EqualWeight;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.Strategy;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;
import org.apache.ignite.lang.IgniteFuture;
import org.apache.ignite.lang.IgniteFutureTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One coordinator's rounds of a backtest run: consecutive tries are dealt to the nodes, the results are saved before the next ones
 * begin. What comes out depends on request and prices alone, however many nodes share the work.
 */
final class BacktestLoop {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestLoop.class);
    /** A cancelled run stops within about this time. */
    private static final long LOOK_MILLIS = 100;
    /** Long enough to be worth a saved step, short enough to be watched. */
    private static final long ROUND_MILLIS = 1_000;

    private static final int FIRST_TRIES = 16;
    private static final int MOST_RESTARTS = 3;

    private final Ignite ignite;
    private final RunLedger ledger;
    private final BooleanSupplier mayContinue;
    private final BacktestRequest request;
    private final Strategy strategy;
    private final long startNanos = System.nanoTime();
    private final long activeBefore;
    private OptimizationRun run;
    private BacktestMemory memory;
    private int batch = FIRST_TRIES;

    BacktestLoop(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        this.ignite = ignite;
        this.ledger = ledger;
        this.mayContinue = mayContinue;
        this.run = attempt.run();
        this.memory = (BacktestMemory) Objects.requireNonNull(attempt.memory(), "memory");
        this.request = memory.request();
        this.activeBefore = memory.activeMillis();
        this.strategy = memory.strategy();
    }

    void run() {
        Optional<String> ending = ending();
        while (ending.isEmpty()) {
            if (!mayContinue.getAsBoolean()) {
                LOG.info(
                        "Handing a backtest over, runId={}, tries={}",
                        run.runId(),
                        memory.trials().size());
                return;
            }
            step();
            ending = ending();
        }
        new BacktestEnding(ignite, ledger, run, memory).end(ending.get());
    }

    /** Returns why the tries end here, empty text when all were made; no value when they go on. */
    private Optional<String> ending() {
        if (ledger.cancelRequested(run.runId())) {
            return Optional.of("It was cancelled");
        }
        if (memory.trials().size() == request.tries()) {
            return Optional.of("");
        }
        boolean late =
                activeMillis() >= request.timeLimitMillis() && !memory.trials().isEmpty();
        return late
                ? Optional.of(String.format(
                        Locale.ENGLISH, "It reached its time limit of %.1f s", request.timeLimitMillis() / 1000.0))
                : Optional.empty();
    }

    private void step() {
        int from = memory.trials().size();
        int to = Math.min(request.tries(), from + batch);
        long begin = System.nanoTime();
        Optional<List<TrialReport>> heard = play(from, to);
        if (heard.isEmpty()) {
            return;
        }
        List<TrialReport> reports = heard.get();
        long fingerprint = reports.get(0).fingerprint();
        boolean same = reports.stream().allMatch(report -> report.fingerprint() == fingerprint)
                && (memory.trials().isEmpty() || memory.fingerprint() == fingerprint);
        if (!same) {
            restart();
            return;
        }
        save(from, to, reports);
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        batch = (int) Math.max(FIRST_TRIES, Math.min(4L * batch, batch * ROUND_MILLIS / millis));
    }

    /** Lets the nodes play; no value when the run was called away meanwhile, and then nothing counts. */
    private Optional<List<TrialReport>> play(int from, int to) {
        var task = new TrialTask(strategy.universeId(), strategy.kind(), request, from, to);
        IgniteFuture<List<TrialReport>> pending =
                ignite.compute(ignite.cluster().forServers()).executeAsync(task, null);
        while (true) {
            try {
                return Optional.of(pending.get(LOOK_MILLIS));
            } catch (IgniteFutureTimeoutException notYet) {
                if (!mayContinue.getAsBoolean() || ledger.cancelRequested(run.runId())) {
                    pending.cancel();
                    return Optional.empty();
                }
            }
        }
    }

    private void save(int from, int to, List<TrialReport> reports) {
        BacktestTrial[] made = new BacktestTrial[to - from];
        for (TrialReport report : reports) {
            for (int k = 0; k < report.combinations().length; k++) {
                made[report.combinations()[k] - from] = report.trials().get(k);
            }
        }
        List<BacktestTrial> all = new ArrayList<>(memory.trials());
        all.addAll(List.of(made));
        memory = new BacktestMemory(
                strategy, request, reports.get(0).fingerprint(), activeMillis(), memory.restarts(), all);
        List<Baseline> baselines = run.baselines().isEmpty() ? baselines() : run.baselines();
        int nodes = (int) reports.stream().map(TrialReport::nodeId).distinct().count();
        OptimizationRun changed = run.toBuilder()
                .value(request.objective().of(best(request, all).chosen()))
                .baselines(baselines)
                .rounds(run.rounds() + 1)
                .nodes(nodes)
                .build();
        run = ledger.book(changed, memory, 0, "%d of %d tries made.".formatted(all.size(), request.tries()));
    }

    private List<Baseline> baselines() {
        BacktestStage stage = BacktestStage.of(ignite, strategy.universeId());
        var trials = new Trials(stage, strategy.kind(), request);
        BacktestTrial equal = trials.trial(Map.of(), trials.play(new EqualWeight()));
        return List.of(
                new Baseline(BacktestEnding.EQUAL_WEIGHT, request.objective().of(equal.chosen())));
    }

    private void restart() {
        if (memory.restarts() == MOST_RESTARTS) {
            throw new NqbaException(
                    ErrorCode.ROUND_INCOMPLETE,
                    "The prices changed %d times while the backtest ran.".formatted(MOST_RESTARTS),
                    "Submit the request again when the prices have been loaded.");
        }
        memory = new BacktestMemory(strategy, request, 0, activeMillis(), memory.restarts() + 1, List.of());
        run = ledger.book(
                run.toBuilder().value(Double.NaN).baselines(List.of()).build(),
                memory,
                0,
                "The prices changed; all tries begin anew.");
    }

    /** The best by the objective on the days that the choice sees; of equal ones the first. */
    static BacktestTrial best(BacktestRequest request, List<BacktestTrial> trials) {
        BacktestTrial best = trials.get(0);
        for (BacktestTrial trial : trials) {
            if (request.objective().of(trial.chosen()) > request.objective().of(best.chosen())) {
                best = trial;
            }
        }
        return best;
    }

    private long activeMillis() {
        return activeBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }
}
