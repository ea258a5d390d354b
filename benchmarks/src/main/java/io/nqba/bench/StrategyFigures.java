package io.nqba.bench;

import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.compute.kernel.backtest.Backtest;
import io.nqba.compute.kernel.backtest.PriceTable;
import io.nqba.compute.kernel.backtest.TradingCosts;
import io.nqba.compute.kernel.backtest.TradingStrategies;
import io.nqba.model.finance.BacktestObjective;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.TradingAssumptions;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.RunState;
import io.nqba.model.optimisation.SubmitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.ignite.Ignite;

/**
 * Backtests of the moving-average crossover on 20 instruments over 20 years of days: through the whole life of a run on the grid,
 * beside the kernel in one thread and beside a loop that somebody would write for just this strategy.
 */
final class StrategyFigures implements FigureGroup {
    private static final int ASSETS = 20;
    private static final int DAYS = 5040;
    private static final int START = 250;
    private static final int LOOPED = 40;
    private static final long RUN_MILLIS = 300_000;
    private static final TradingAssumptions COSTS = new TradingAssumptions(0.001, 0.0005, 0.5, 0.02, 0.05);
    private static final Map<String, List<Double>> GRID = Map.of(
            "shortDays", DoubleStream.iterate(5, x -> x + 4).limit(25).boxed().toList(),
            "longDays", DoubleStream.iterate(110, x -> x + 7).limit(20).boxed().toList());

    @Override
    public String name() {
        return "strategies";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        double[][] closes = context.data().isPresent() ? real(context.data().get()) : generated();
        context.say(context.data().isPresent() ? "The last 5,040 days of the 20 shares." : "Generated prices.");
        double[] sharpes = loops(closes, figures);
        onGrid(1, closes, sharpes, "backtests_per_s_one_node", figures);
        onGrid(3, closes, sharpes, "backtests_per_s", figures);
    }

    /** Returns the Sharpe ratios of the first combinations, which the grid has to give as well. */
    private static double[] loops(double[][] closes, Figures figures) {
        BacktestRequest request = request();
        PriceTable table = PriceTable.of(closes);
        var costs = new TradingCosts(0.001, 0.0005, 0.5, 0.02, 0.05);
        double[] sharpes = new double[LOOPED];
        double kernel = 0;
        double plain = 0;
        for (int round = 0; round < 2; round++) {
            long begin = System.nanoTime();
            double[] ends = new double[LOOPED];
            for (int k = 0; k < LOOPED; k++) {
                var strategy = TradingStrategies.create(StrategyKind.MOVING_AVERAGE_CROSSOVER, request.combination(k));
                Backtest test = Backtest.run(table, strategy, costs, START, DAYS - 1);
                sharpes[k] = test.performance(0.02).sharpe();
                ends[k] = test.wealth()[DAYS - 1 - START];
            }
            kernel = LOOPED / seconds(begin);
            begin = System.nanoTime();
            for (int k = 0; k < LOOPED; k++) {
                Map<String, Double> chosen = request.combination(k);
                double end = PlainCrossover.wealth(
                        closes,
                        START,
                        (int) number(chosen, "shortDays"),
                        (int) number(chosen, "longDays"),
                        0.0015,
                        0.02);
                if (Math.abs(end - ends[k]) > 1e-8 * end) {
                    throw new IllegalStateException(
                            "The plain loop ended with %s, the kernel with %s.".formatted(end, ends[k]));
                }
            }
            plain = LOOPED / seconds(begin);
        }
        figures.add("backtests_per_s_plain_loop", plain, "1/s");
        figures.add("backtests_per_s_kernel_one_thread", kernel, "1/s");
        return sharpes;
    }

    private static double number(Map<String, Double> chosen, String name) {
        return chosen.getOrDefault(name, Double.NaN);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void onGrid(int nodes, double[][] closes, double[] sharpes, String metric, Figures figures)
            throws IOException, InterruptedException {
        try (BenchGrid grid = new BenchGrid(nodes)) {
            Ignite ignite = grid.ignite();
            List<String> ids =
                    IntStream.range(0, ASSETS).mapToObj("A%02d"::formatted).toList();
            long[] days =
                    IntStream.range(0, DAYS).mapToLong(day -> 10_000 + day).toArray();
            new UniverseStore(ignite).put(new Universe("bench", "Bench", "USD", ids, days, 0, ""), closes);
            ignite.<String, Strategy>cache(CacheNames.STRATEGY)
                    .put(
                            "bench",
                            new Strategy(
                                    "bench",
                                    "Bench",
                                    StrategyKind.MOVING_AVERAGE_CROSSOVER,
                                    "bench",
                                    Map.of(),
                                    1,
                                    "bench",
                                    0));
            run(ignite, sharpes);
            double cold = run(ignite, sharpes);
            double warm = run(ignite, sharpes);
            figures.add(metric, request().tries() / Math.min(cold, warm), "1/s");
        }
    }

    /** Returns the seconds from the submission to the stored result. */
    private static double run(Ignite ignite, double[] sharpes) throws InterruptedException {
        String runId = UUID.randomUUID().toString();
        long begin = System.nanoTime();
        ignite.compute()
                .<SubmitRun, TaskReply<OptimizationRun>>execute(
                        TaskNames.SUBMIT_RUN, new SubmitRun(runId, request(), "bench"))
                .orThrow();
        var runs = ignite.<String, OptimizationRun>cache(CacheNames.OPTIMIZATION_RUN);
        OptimizationRun run = runs.get(runId);
        while (!run.state().terminal()) {
            if (seconds(begin) * 1_000 > RUN_MILLIS) {
                throw new IllegalStateException("The run (%s) did not end in time.".formatted(run));
            }
            Thread.sleep(2);
            run = runs.get(runId);
        }
        double seconds = seconds(begin);
        if (run.state() != RunState.SUCCEEDED) {
            throw new IllegalStateException("The run (%s) did not succeed: %s".formatted(run, run.problem()));
        }
        BacktestRun result =
                ignite.<String, BacktestRun>cache(CacheNames.BACKTEST_RUN).get(runId);
        List<BacktestTrial> trials = result.trials();
        for (int k = 0; k < sharpes.length; k++) {
            if (trials.get(k).chosen().sharpe() != sharpes[k]) {
                throw new IllegalStateException("Try %d has %s on the grid and %s in the loop."
                        .formatted(k, trials.get(k).chosen().sharpe(), sharpes[k]));
            }
        }
        return seconds;
    }

    private static BacktestRequest request() {
        return new BacktestRequest(
                "bench",
                "Bench",
                GRID,
                10_000 + START,
                10_000 + DAYS - 1,
                0,
                BacktestObjective.SHARPE,
                COSTS,
                RUN_MILLIS);
    }

    private static double[][] real(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("goliath/pyportfolioopt/stock_prices.csv"));
        double[][] closes = new double[ASSETS][DAYS];
        for (int t = 0; t < DAYS; t++) {
            String[] cells = lines.get(lines.size() - DAYS + t).split(",", -1);
            for (int j = 0; j < ASSETS; j++) {
                closes[j][t] = cells[j + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[j + 1]);
            }
        }
        return closes;
    }

    private static double[][] generated() {
        var random = new SplittableRandom(20);
        double[][] closes = new double[ASSETS][DAYS];
        for (double[] series : closes) {
            Arrays.setAll(series, t -> t);
            series[0] = 50;
            for (int t = 1; t < DAYS; t++) {
                series[t] = series[t - 1] * (1 + random.nextDouble(-0.03, 0.0308));
            }
        }
        return closes;
    }
}
