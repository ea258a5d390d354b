package io.nqba.node.finance.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.EquityPoint;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.node.optimisation.RunDesk;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.ignite.client.IgniteClient;
import org.junit.jupiter.api.Test;

/** Backtests on real nodes: the same answer however many share the work, whoever leaves, whoever stops it. */
class BacktestRunIT {
    private static final Map<Setting, String> ONE_THREAD =
            Map.of(Setting.PERSISTENCE, "false", Setting.SEARCH_THREADS, "1");
    private static final Map<String, List<Double>> GRID =
            Map.of("shortDays", List.of(5.0, 10.0, 20.0, 40.0), "longDays", List.of(60.0, 90.0, 120.0, 150.0, 200.0));

    @Test
    void threeNodesGiveTheAnswerOfOne() {
        BacktestRun alone = run(1);
        BacktestRun together = run(3);

        assertThat(together.trials()).hasSize(20);
        for (int k = 0; k < 20; k++) {
            assertThat(together.trials().get(k).parameters())
                    .isEqualTo(alone.trials().get(k).parameters());
            assertThat(together.trials().get(k).chosen())
                    .isEqualTo(alone.trials().get(k).chosen());
            assertThat(together.trials().get(k).trades())
                    .isEqualTo(alone.trials().get(k).trades());
        }
        assertThat(together.best().parameters()).isEqualTo(alone.best().parameters());
        assertThat(together.deflatedSharpe()).isEqualTo(alone.deflatedSharpe());
    }

    private static BacktestRun run(int nodes) {
        try (GridFixture grid = GridFixture.start(nodes, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            StrategyDesk.storePrices(grid.ignite(), 12, 900, 7);
            var desk = new StrategyDesk(client);
            desk.keep("trend", StrategyKind.MOVING_AVERAGE_CROSSOVER, Map.of());

            OptimizationRun run = desk.untilEnded(
                    desk.submit(StrategyDesk.request("trend", GRID, 0.25)).runId());

            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.nodes()).isEqualTo(nodes);
            return desk.result(run.runId());
        }
    }

    @Test
    void theResultStandsBesideEqualWeightsAndItsOwnLuck() {
        try (GridFixture grid = GridFixture.start(1, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            StrategyDesk.storePrices(grid.ignite(), 12, 900, 8);
            var desk = new StrategyDesk(client);
            desk.keep("trend", StrategyKind.MOVING_AVERAGE_CROSSOVER, Map.of("longDays", 150.0));

            OptimizationRun single = desk.untilEnded(
                    desk.submit(StrategyDesk.request("trend", Map.of(), 0)).runId());
            OptimizationRun run = desk.untilEnded(
                    desk.submit(StrategyDesk.request("trend", GRID, 0.25)).runId());
            OptimizationRun again = desk.untilEnded(
                    desk.submit(StrategyDesk.request("trend", GRID, 0.25)).runId());

            BacktestRun first = desk.result(single.runId());
            assertThat(first.best().parameters())
                    .containsEntry("longDays", 150.0)
                    .containsEntry("shortDays", 50.0);
            assertThat(first.best().later()).isNull();
            assertThat(first.triesInAll()).isEqualTo(1);
            BacktestRun result = desk.result(run.runId());
            double greatest = result.trials().stream()
                    .mapToDouble(trial -> trial.chosen().sharpe())
                    .max()
                    .orElseThrow();
            assertThat(run.value())
                    .isEqualTo(greatest)
                    .isEqualTo(result.best().chosen().sharpe());
            assertThat(run.bound()).isNaN();
            assertThat(run.gap()).isNaN();
            assertThat(run.baselines()).singleElement().satisfies(baseline -> {
                assertThat(baseline.name()).isEqualTo("equal-weight");
                assertThat(baseline.value())
                        .isEqualTo(result.equalWeight().chosen().sharpe());
            });
            assertThat(result.best().later()).isNotNull();
            assertThat(result.triesInAll()).as("tries of both runs").isEqualTo(21);
            assertThat(desk.result(again.runId()).triesInAll())
                    .as("repeated tries")
                    .isEqualTo(21);
            assertThat(result.luckySharpe()).isPositive();
            assertThat(result.futureChecks()).isPositive();
            assertThat(run.findings())
                    .anyMatch(line -> line.startsWith("Best of 20 tries:"))
                    .anyMatch(line -> line.contains("21 different tries"))
                    .anyMatch(line -> line.contains("no bound"));
            Map<Long, EquityPoint> curve = desk.curve(run.runId());
            List<EquityPoint> points = new ArrayList<>(curve.values());
            assertThat(points.get(0).wealth()).isEqualTo(1);
            assertThat(curve.keySet()).contains(result.fromDay(), result.toDay());
            assertThat(points.stream().mapToDouble(EquityPoint::drawdown).max().orElseThrow())
                    .isCloseTo(deepest(result.best()), within(0.2));
        }
    }

    private static double deepest(BacktestTrial trial) {
        return trial.chosen().deepestDrawdown();
    }

    @Test
    void aLostNodeAndALostCoordinatorLoseNoTry() {
        try (GridFixture grid = GridFixture.start(3, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            StrategyDesk.storePrices(grid.ignite(), 40, 2_500, 9);
            var desk = new StrategyDesk(client);
            desk.keep("pairs", StrategyKind.PAIRS_TRADING, Map.of());
            Map<String, List<Double>> grid900 = Map.of(
                    "formationDays", numbers(100, 25, 5.0),
                    "pairs", numbers(1, 12, 1.0),
                    "entryDeviations", numbers(1, 3, 0.5));
            OptimizationRun queued = desk.submit(StrategyDesk.request("pairs", grid900, 0));
            OptimizationRun before = desk.untilRound(queued.runId(), 1);
            assertThat(before.state()).isEqualTo(RunState.RUNNING);

            int coordinator = IntStream.range(0, 3)
                    .filter(node -> grid.ignite(node)
                            .cluster()
                            .localNode()
                            .id()
                            .toString()
                            .equals(before.coordinatorNode()))
                    .findFirst()
                    .orElseThrow();
            grid.stopNode(coordinator);
            OptimizationRun later = desk.untilRound(queued.runId(), before.rounds() + 2);
            assertThat(later.attempt()).isGreaterThan(1);
            desk.cancel(queued.runId());
            OptimizationRun run = desk.untilEnded(queued.runId());

            BacktestRun result = desk.result(run.runId());
            assertThat(run.state()).isEqualTo(RunState.CANCELLED);
            assertThat(run.value()).isEqualTo(result.best().chosen().sharpe());
            assertThat(result.planned()).isEqualTo(900);
            assertThat(result.trials().size()).isBetween(16, 899);
            assertThat(run.findings().get(0))
                    .contains("It was cancelled: %d of 900"
                            .formatted(result.trials().size()));
            assertThat(client.cache(CacheNames.RUN_CHECKPOINT).size()).isZero();
        }
    }

    @Test
    void whatCannotBePlayedIsRefusedAtOnce() {
        try (GridFixture grid = GridFixture.start(1, ONE_THREAD);
                IgniteClient client = RunDesk.client(grid)) {
            StrategyDesk.storePrices(grid.ignite(), 5, 120, 9);
            var desk = new StrategyDesk(client);
            desk.keep("trend", StrategyKind.MOVING_AVERAGE_CROSSOVER, Map.of());

            assertThatThrownBy(() -> desk.submit(StrategyDesk.request("none", Map.of(), 0)))
                    .hasMessageContaining("There is no strategy (none).");
            assertThatThrownBy(() -> desk.submit(StrategyDesk.request("trend", Map.of("shortDays", List.of(300.0)), 0)))
                    .hasMessageContaining("The shortDays must be a whole number between 1 and 250");
            assertThatThrownBy(() -> desk.submit(StrategyDesk.request("trend", Map.of(), 0.5)))
                    .hasMessageContaining("The days of the backtest are too few");
            assertThat(client.cache(CacheNames.OPTIMIZATION_RUN).size()).isZero();
        }
    }

    private static List<Double> numbers(double from, int count, double step) {
        return DoubleStream.iterate(from, x -> x + step).limit(count).boxed().toList();
    }
}
