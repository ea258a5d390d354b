package io.nqba.bench;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.optimisation.format.ProblemFormat;
import io.nqba.compute.optimisation.format.ProblemReader;
import io.nqba.compute.optimisation.format.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs of one worker on one thread, with the answer checked before its time counts. */
final class AnnealingRuns {
    private static final long NANOS = 1_000_000_000L;
    private static boolean warm;

    private AnnealingRuns() {}

    /**
     * What one run gave.
     *
     * @param value objective, recomputed from the problem
     * @param seconds from the start of the worker's construction to its end
     */
    record Outcome(double value, double seconds) {}

    /** Runs fresh workers, one per seed, until the time is up or the target is reached. */
    static List<Outcome> run(QuadraticProblem problem, double seconds, int seeds, double target) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            long start = System.nanoTime();
            // The construction is part of the time that a user waits.
            SearchLimits limits = limits(seconds);
            Elite answer = new AnnealingWorker(problem, seed).round(limits, target);
            double taken = (System.nanoTime() - start) / (double) NANOS;
            double checked = problem.value(answer.bits());
            if (checked != answer.value()) {
                throw new IllegalStateException(
                        "The reported value (%s) must be that of the bits (%s).".formatted(answer.value(), checked));
            }
            outcomes.add(new Outcome(checked, taken));
        }
        return outcomes;
    }

    static SearchLimits limits(double seconds) {
        return SearchLimits.of(Long.MAX_VALUE, (long) (seconds * NANOS), () -> false);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Compiles the kernels on problems that no figure is measured on, once in a process. */
    static synchronized void warmUp() {
        if (warm) {
            return;
        }
        warm = true;
        run(InstanceGenerators.palubeckis(1500, 10, 77), 2, 1, Double.POSITIVE_INFINITY);
        run(InstanceGenerators.palubeckis(1500, 90, 78), 2, 1, Double.POSITIVE_INFINITY);
        SplittableRandom random = new SplittableRandom(79);
        ProblemBuilder graph = ProblemBuilder.maxCut(3_000);
        for (int k = 0; k < 9_000; k++) {
            int i = random.nextInt(3_000);
            graph.addEdge(i, (i + 1 + random.nextInt(2_998)) % 3_000, 1L);
        }
        run(graph.build(), 2, 1, Double.POSITIVE_INFINITY);
    }

    static QuadraticProblem gset(Path data, String name) throws IOException {
        try (InputStream text =
                Files.newInputStream(data.resolve("solvers/gset").resolve(name + ".txt"))) {
            return ProblemReader.read(text, Optional.of(ProblemFormat.RUDY), ReadLimits.defaults())
                    .problem();
        }
    }
}
