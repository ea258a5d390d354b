package io.nqba.bench;

import io.nqba.model.annealing.AnnealingRound;
import io.nqba.model.annealing.NodeShare;
import io.nqba.model.annealing.StoredProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * G81 on nodes of one search thread each: how much sooner several nodes reach a cut than one, what a round takes from the search, and
 * what it sends. All nodes live in this JVM and share its machine, so its free cores are the most that the speedup can be.
 */
final class AnnealingGridRunFigures implements FigureGroup {
    private static final double TARGET = 14_040;
    private static final double QUICK_TARGET = 14_000;
    private static final long MOST_MILLIS = 120_000;
    private static final long QUICK_MILLIS = 8_000;
    /** Times to a target scatter by a third, and node ids enter the seeds: five tries do not tell a ratio of two from one of three. */
    private static final int SEEDS = 15;

    private final boolean quick;

    AnnealingGridRunFigures(boolean quick) {
        this.quick = quick;
    }

    @Override
    public String name() {
        return "grid-run";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws Exception {
        Path data = context.data().orElse(null);
        if (data == null) {
            context.say(
                    "Left out for want of data: G81_speedup_to_14040_at_*, round_overhead_ms, bytes_per_node_per_round");
            return;
        }
        byte[] graph = Files.readAllBytes(data.resolve("solvers/gset/G81.txt"));
        int cores = Runtime.getRuntime().availableProcessors();
        if (quick) {
            context.say("--quick: speedup to a cut of %.0f instead of %.0f, one seed".formatted(QUICK_TARGET, TARGET));
        }
        Reached alone = reached(context, graph, 1);
        Reached together = reached(context, graph, cores);
        figures.add("G81_seconds_to_14040_at_1_node", alone.seconds(), "s");
        figures.add("G81_seconds_to_14040_at_%d_nodes".formatted(cores), together.seconds(), "s");
        figures.add("G81_speedup_to_14040_at_%d_nodes".formatted(cores), alone.seconds() / together.seconds(), "ratio");
        figures.add(
                "G81_machine_share_at_%d_nodes".formatted(cores),
                together.proposals() / alone.proposals() / cores,
                "ratio");
        rounds(graph, figures);
    }

    /**
     * What it took some nodes to reach the target, medians of the seeds.
     *
     * @param proposals flips proposed a second, all nodes together: how much more of them several nodes make is what the machine gives
     */
    private record Reached(double seconds, double proposals) {}

    private Reached reached(BenchContext context, byte[] graph, int nodes) throws Exception {
        double target = quick ? QUICK_TARGET : TARGET;
        List<Double> seconds = new ArrayList<>();
        List<Double> proposals = new ArrayList<>();
        try (var grid = new AnnealingGrid(nodes, 1)) {
            StoredProblem problem = grid.store("G81", graph);
            // Compiles the search and the exchange on another budget.
            grid.run(problem, 1_500, Double.NaN, 99);
            for (int seed = 1; seed <= (quick ? 1 : SEEDS); seed++) {
                List<AnnealingRound> rounds = grid.run(problem, quick ? QUICK_MILLIS : MOST_MILLIS, target, seed);
                AnnealingRound last = rounds.get(rounds.size() - 1);
                context.say("%d nodes, seed %d: %.0f after %d ms, %d rounds, the first after %d ms"
                        .formatted(
                                nodes,
                                seed,
                                last.value(),
                                last.elapsedMillis(),
                                last.round(),
                                rounds.get(0).elapsedMillis()));
                // One that did not get there counts with all its time: the figure is then too small, never too large.
                seconds.add(last.elapsedMillis() / 1000.0);
                proposals.add(rounds.stream()
                                .flatMap(round -> round.shares().stream())
                                .mapToLong(NodeShare::proposals)
                                .sum()
                        / (last.elapsedMillis() / 1000.0));
            }
        }
        return new Reached(AnnealingRuns.median(seconds), AnnealingRuns.median(proposals));
    }

    private void rounds(byte[] graph, Figures figures) throws Exception {
        try (var grid = new AnnealingGrid(3, 1)) {
            StoredProblem problem = grid.store("G81", graph);
            List<AnnealingRound> rounds = grid.run(problem, quick ? 5_000 : 20_000, Double.NaN, 1);
            // The first rounds compile.
            List<AnnealingRound> counted = rounds.subList(Math.min(3, rounds.size() - 1), rounds.size());
            figures.add(
                    "round_overhead_ms",
                    AnnealingRuns.median(counted.stream()
                            .map(round -> (double) round.overheadMillis())
                            .toList()),
                    "ms");
            figures.add(
                    "round_exchange_ms",
                    AnnealingRuns.median(counted.stream()
                            .map(round -> (double) round.exchangeMillis())
                            .toList()),
                    "ms");
            figures.add(
                    "bytes_per_node_per_round",
                    counted.stream()
                            .flatMap(round -> round.shares().stream())
                            .mapToLong(NodeShare::bytes)
                            .average()
                            .orElseThrow(),
                    "B");
        }
    }
}
