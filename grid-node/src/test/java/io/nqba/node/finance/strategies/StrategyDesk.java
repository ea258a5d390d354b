package io.nqba.node.finance.strategies;

import static org.awaitility.Awaitility.await;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.EquityPoint;
import io.nqba.model.finance.EquityPointKey;
import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.TradingAssumptions;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.client.IgniteClient;

/** Stores prices and strategies, and starts backtests as the console does: by thin client, by task name. */
final class StrategyDesk {
    static final String UNIVERSE = "harbour";

    private final IgniteClient client;

    StrategyDesk(IgniteClient client) {
        this.client = client;
    }

    /** Random walks, the same for the same seed; one instrument is delisted, one comes late, some days have gaps. */
    static void storePrices(Ignite ignite, int instruments, int days, long seed) {
        var random = new SplittableRandom(seed);
        double[] market = random.doubles(days, -0.02, 0.0206).toArray();
        double[][] closes = new double[instruments][days];
        for (double[] series : closes) {
            series[0] = 20 + 80 * random.nextDouble();
            for (int day = 1; day < days; day++) {
                series[day] = series[day - 1] * (1 + market[day] + random.nextDouble(-0.015, 0.015));
            }
        }
        Arrays.fill(closes[1], 0, days / 4, Double.NaN);
        Arrays.fill(closes[2], 3 * days / 4, days, Double.NaN);
        closes[3][days / 2] = Double.NaN;
        List<String> ids = IntStream.range(0, instruments)
                .mapToObj(j -> "T%03d".formatted(j))
                .toList();
        long[] dates = IntStream.range(0, days).mapToLong(day -> 15_000 + day).toArray();
        new UniverseStore(ignite).put(new Universe(UNIVERSE, "Harbour", "EUR", ids, dates, 0, ""), closes);
    }

    Strategy keep(String strategyId, StrategyKind kind, Map<String, Double> parameters) {
        var strategy = new Strategy(strategyId, strategyId, kind, UNIVERSE, parameters, 1, "tester", 0);
        client.<String, Strategy>cache(CacheNames.STRATEGY).put(strategyId, strategy);
        return strategy;
    }

    static BacktestRequest request(String strategyId, Map<String, List<Double>> grid, double heldBack) {
        return new BacktestRequest(
                strategyId,
                strategyId,
                grid,
                -BacktestRequest.ALL_DAYS,
                BacktestRequest.ALL_DAYS,
                heldBack,
                BacktestObjective.SHARPE,
                TradingAssumptions.usual(),
                120_000);
    }

    OptimizationRun submit(BacktestRequest request) {
        return call(TaskNames.SUBMIT_RUN, new SubmitRun(UUID.randomUUID().toString(), request, "tester"));
    }

    OptimizationRun cancel(String runId) {
        return call(TaskNames.CANCEL_RUN, runId);
    }

    OptimizationRun find(String runId) {
        return client.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN)
                .get(runId);
    }

    OptimizationRun untilEnded(String runId) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(runId), run -> run.state().terminal());
    }

    OptimizationRun untilRound(String runId, int round) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> find(runId),
                        run -> run.rounds() >= round || run.state().terminal());
    }

    BacktestRun result(String runId) {
        return client.<String, BacktestRun>cache(CacheNames.BACKTEST_RUN).get(runId);
    }

    Map<Long, EquityPoint> curve(String runId) {
        var points = new TreeMap<Long, EquityPoint>();
        var query = new ScanQuery<EquityPointKey, EquityPoint>();
        try (var rows = client.<EquityPointKey, EquityPoint>cache(CacheNames.EQUITY_POINT)
                .query(query)) {
            rows.forEach(row -> {
                if (row.getKey().runId().equals(runId)) {
                    points.put(row.getKey().day(), row.getValue());
                }
            });
        }
        return points;
    }

    private OptimizationRun call(String task, Object argument) {
        try {
            return client.compute()
                    .<Object, TaskReply<OptimizationRun>>execute(task, argument)
                    .orThrow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
