package io.nqba.bench;

import io.nqba.compute.kernel.portfolio.CardinalityOptimiser;
import io.nqba.compute.kernel.portfolio.CardinalityOptimiser.Point;
import io.nqba.compute.kernel.portfolio.HoldingRules;
import io.nqba.compute.kernel.portfolio.MultiStart;
import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.compute.kernel.portfolio.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * OR-Library's port1 to port5 with exactly ten names of at least 0.01 each, 50 risk weights: percentage errors after Chang et al. (2000)
 * against the frontier without these rules, and the objectives against a multi-start local search that takes ten times as long.
 */
final class CardinalityFigures implements FigureGroup {
    private static final HoldingRules RULES = new HoldingRules(10, 10, 0.01, 1);
    private static final int POINTS = 50;
    private static final int KICKS = 20;
    private static final double SAME = 1e-10;

    /** Medians of the genetic algorithm, tabu search and annealing of Chang et al., per problem. */
    private static final double[][] RIVALS = {
        {1.2181, 1.2181, 1.2181},
        {2.5466, 2.6380, 2.5661},
        {1.0841, 1.0841, 1.0841},
        {1.2244, 1.2882, 1.1823},
        {0.6133, 0.6093, 0.6066}
    };

    @Override
    public String name() {
        return "cardinality";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        if (context.data().isEmpty()) {
            context.say("Left out for want of data: port1_median_pct_error ... port5_median_pct_error");
            return;
        }
        Path folder = context.data().get().resolve("solvers/portfolio");
        double[] riskWeights =
                IntStream.range(0, POINTS).mapToDouble(k -> k / (POINTS - 1.0)).toArray();
        new CardinalityOptimiser(universe(folder, 2), RULES).frontier(riskWeights, KICKS, 99, () -> false);
        double total = 0;
        int worse = 0;
        int better = 0;
        for (int problem = 1; problem <= RIVALS.length; problem++) {
            Universe universe = universe(folder, problem);
            long begin = System.nanoTime();
            List<Point> points =
                    new CardinalityOptimiser(universe, RULES).frontier(riskWeights, KICKS, problem, () -> false);
            double seconds = (System.nanoTime() - begin) / 1e9;
            total += seconds;
            report(figures, problem, universe, points, numbers(folder.resolve("portef" + problem + ".txt")));
            figures.add("port" + problem + "_seconds", seconds, "s");
            double[] rival = MultiStart.values(universe, RULES, riskWeights, 10 * seconds / POINTS, problem);
            for (int k = 0; k < POINTS; k++) {
                double difference = points.get(k).value() - rival[k];
                worse += difference > SAME * Math.abs(rival[k]) ? 1 : 0;
                better += difference < -SAME * Math.abs(rival[k]) ? 1 : 0;
            }
        }
        figures.add("port_all_seconds", total, "s");
        figures.add("port_points_worse_than_multistart_x10", worse, "of 250");
        figures.add("port_points_better_than_multistart_x10", better, "of 250");
    }

    private static void report(Figures figures, int problem, Universe universe, List<Point> points, double[] frontier) {
        double[] errors = points.stream()
                .mapToDouble(point -> error(universe, point.weights(), frontier))
                .sorted()
                .toArray();
        String name = "port" + problem;
        figures.add(name + "_median_pct_error", (errors[POINTS / 2 - 1] + errors[POINTS / 2]) / 2, "pct");
        figures.add(name + "_mean_pct_error", Arrays.stream(errors).average().orElseThrow(), "pct");
        String[] rivals = {"genetic", "tabu", "annealing"};
        for (int k = 0; k < rivals.length; k++) {
            figures.add(name + "_median_pct_error_published_" + rivals[k], RIVALS[problem - 1][k], "pct");
        }
        double gap = points.stream()
                .mapToDouble(point -> point.value() - point.bound())
                .max()
                .orElseThrow();
        figures.add(name + "_worst_gap_to_relaxation", gap, "");
    }

    /** The smaller of the vertical and the horizontal distance to the frontier in the plane of deviation and return, in per cent. */
    private static double error(Universe universe, double[] weights, double[] frontier) {
        int count = frontier.length / 2;
        double[] returns = new double[count];
        double[] deviations = new double[count];
        for (int k = 0; k < count; k++) {
            returns[count - 1 - k] = frontier[2 * k];
            deviations[count - 1 - k] = Math.sqrt(frontier[2 * k + 1]);
        }
        double expected = universe.expectedReturn(weights);
        double deviation = universe.volatility(weights);
        double bestReturn = interpolate(deviations, returns, deviation);
        double bestDeviation = interpolate(returns, deviations, expected);
        return 100
                * Math.min(
                        Math.abs(expected - bestReturn) / bestReturn,
                        Math.abs(deviation - bestDeviation) / bestDeviation);
    }

    /** Value at {@code x} of the line through the points; endless outside of them, where that distance does not count. */
    private static double interpolate(double[] xs, double[] ys, double x) {
        int above = 0;
        while (above < xs.length && xs[above] < x) {
            above++;
        }
        if (above == 0 || above == xs.length) {
            return above == 0 && xs[0] == x ? ys[0] : Double.MIN_NORMAL;
        }
        double share = (x - xs[above - 1]) / (xs[above] - xs[above - 1]);
        return ys[above - 1] + share * (ys[above] - ys[above - 1]);
    }

    private static Universe universe(Path folder, int problem) throws IOException {
        double[] all = numbers(folder.resolve("port" + problem + ".txt"));
        int n = (int) all[0];
        double[] mean = new double[n];
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            mean[i] = all[1 + 2 * i];
        }
        for (int at = 1 + 2 * n; at + 2 < all.length; at += 3) {
            int i = (int) all[at] - 1;
            int j = (int) all[at + 1] - 1;
            rows[i][j] = all[at + 2] * all[2 + 2 * i] * all[2 + 2 * j];
            rows[j][i] = rows[i][j];
        }
        List<String> names = IntStream.rangeClosed(1, n).mapToObj(i -> "A" + i).toList();
        return new Universe(names, mean, SymmetricMatrix.of(rows));
    }

    private static double[] numbers(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
