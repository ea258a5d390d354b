package io.nqba.compute.finance.strategies;

import io.nqba.compute.optimisation.RunEngine;
import io.nqba.compute.optimisation.RunLedger;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.ObjectiveSense;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.ignite.Ignite;

/** Backtests in the life cycle that all runs share. */
public final class BacktestEngine implements RunEngine {
    /** Pairs grow with the square of the instruments. */
    private static final int MOST_PAIRED = 1_000;

    @Override
    public boolean takes(RunRequest request) {
        return request instanceof BacktestRequest;
    }

    @Override
    public Admission admit(Ignite ignite, SubmitRun submission) {
        var asked = (BacktestRequest) submission.request();
        Strategy strategy = require(ignite, asked.strategyId());
        BacktestStage stage = BacktestStage.of(ignite, strategy.universeId());
        BacktestRequest request = resolve(asked, strategy, stage);
        refuseParameters(strategy.kind(), request);
        refuseTooMany(strategy.kind(), stage);
        Stretch.of(request, stage);
        OptimizationRun run = OptimizationRun.queued(
                        submission.runId(),
                        asked,
                        submission.requestedBy(),
                        request.objective().unit(),
                        Clock.systemUTC().millis())
                .toBuilder()
                .sense(ObjectiveSense.MAXIMISE)
                .build();
        return new Admission(run, BacktestMemory.begin(strategy, request), () -> {});
    }

    @Override
    public void work(Ignite ignite, RunLedger ledger, RunLedger.Attempt attempt, BooleanSupplier mayContinue) {
        new BacktestLoop(ignite, ledger, attempt, mayContinue).run();
    }

    static Strategy require(Ignite ignite, String strategyId) {
        Strategy strategy = ignite.<String, Strategy>cache(CacheNames.STRATEGY).get(strategyId);
        if (strategy != null) {
            return strategy;
        }
        String problem = "There is no strategy (%s).".formatted(strategyId);
        String remedy = "Store it first; GET /api/v1/goliath/strategies lists those there are.";
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("strategyId", strategyId, problem, remedy)),
                null);
    }

    /** Fills in what the strategy says and what days there are, so that the run means the same whenever it is worked on. */
    private static BacktestRequest resolve(BacktestRequest asked, Strategy strategy, BacktestStage stage) {
        Map<String, List<Double>> grid = new HashMap<>();
        strategy.parameters().forEach((name, value) -> grid.put(name, List.of(value)));
        grid.putAll(asked.grid());
        var whole = request(asked, strategy, grid, asked.fromDay(), asked.toDay());
        int last = stage.size() - 1;
        long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        // The bar of a day on which is still traded changes with every tick.
        if (last > 0 && stage.day(last) >= today) {
            last--;
        }
        if (last < 1) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe (%s) has prices of %d days.".formatted(strategy.universeId(), stage.size()),
                    "Load prices first: scripts/load.sh finance.");
        }
        int from = asked.fromDay() == -BacktestRequest.ALL_DAYS
                ? Stretch.usualStart(strategy.kind(), whole, last + 1)
                : Math.min(last - 1, stage.indexFrom(asked.fromDay()));
        int to = asked.toDay() == BacktestRequest.ALL_DAYS
                ? last
                : Math.max(from + 1, Math.min(last, stage.indexFrom(asked.toDay() + 1) - 1));
        return request(asked, strategy, grid, stage.day(from), stage.day(to));
    }

    private static BacktestRequest request(
            BacktestRequest asked, Strategy strategy, Map<String, List<Double>> grid, long fromDay, long toDay) {
        return new BacktestRequest(
                strategy.strategyId(),
                strategy.name(),
                grid,
                fromDay,
                toDay,
                asked.heldBack(),
                asked.objective(),
                asked.assumptions(),
                asked.timeLimitMillis());
    }

    private static void refuseParameters(StrategyKind kind, BacktestRequest request) {
        for (int index = 0; index < request.tries(); index++) {
            List<FieldProblem> problems = kind.problems(request.combination(index));
            if (!problems.isEmpty()) {
                FieldProblem first = problems.get(0);
                throw new NqbaException(ErrorCode.INVALID_REQUEST, first.problem(), first.remedy(), problems, null);
            }
        }
    }

    private static void refuseTooMany(StrategyKind kind, BacktestStage stage) {
        int instruments = stage.instrumentIds().size();
        if (kind == StrategyKind.PAIRS_TRADING && instruments > MOST_PAIRED) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The universe has %d instruments; pairs are formed of at most %d."
                            .formatted(instruments, MOST_PAIRED),
                    "Trade pairs in a smaller universe.");
        }
    }
}
