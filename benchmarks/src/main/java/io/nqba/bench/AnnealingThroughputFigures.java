package io.nqba.bench;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.dense.KernelChoice;
import io.nqba.compute.kernel.annealing.sparse.SparseSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Flips a second of the dense search, each with the scan of all n, and proposals a second of the sparse one, over whole searches: what
 * crossover, copies and path ends take is counted in.
 */
final class AnnealingThroughputFigures implements FigureGroup {
    private static final double NANOS = 1e9;

    private final int repetitions;
    private final double seconds;

    AnnealingThroughputFigures(boolean quick) {
        this.repetitions = quick ? 1 : 5;
        this.seconds = quick ? 1.5 : 3;
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        context.say(KernelChoice.current().description());
        AnnealingRuns.warmUp();
        dense("flips_per_s_dense_1000", InstanceGenerators.beasley(1000, 1), figures);
        dense("flips_per_s_dense_2500", InstanceGenerators.beasley(2500, 1), figures);
        dense("flips_per_s_dense_5000", InstanceGenerators.palubeckis(5000, 50, 51000), figures);
        if (context.data().isEmpty()) {
            context.say("The Gset graphs are left out: no data folder.");
            return;
        }
        Path data = context.data().get();
        for (String graph : List.of("G22", "G81")) {
            annealing("proposals_per_s_" + graph, AnnealingRuns.gset(data, graph), figures);
        }
    }

    /** Annealing alone: a worker may solve parts of the problem exactly, which makes no proposals. */
    private void annealing(String metric, QuadraticProblem problem, Figures figures) {
        List<Double> rates = new ArrayList<>();
        IsingModel model = IsingModel.of(problem);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            SparseSearch search = new SparseSearch(model, repetition);
            SearchLimits limits = AnnealingRuns.limits(seconds);
            long start = System.nanoTime();
            search.improve(limits, Long.MAX_VALUE);
            rates.add(limits.proposals() * NANOS / (System.nanoTime() - start));
        }
        figures.add(metric, AnnealingRuns.median(rates), "1/s");
    }

    private void dense(String metric, QuadraticProblem problem, Figures figures) {
        rate(metric, problem, AnnealingWorker::flips, figures);
    }

    private void rate(String metric, QuadraticProblem problem, ToLongFunction<AnnealingWorker> work, Figures figures) {
        List<Double> rates = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            AnnealingWorker worker = new AnnealingWorker(problem, repetition);
            long start = System.nanoTime();
            worker.round(AnnealingRuns.limits(seconds));
            rates.add(work.applyAsLong(worker) * NANOS / (System.nanoTime() - start));
        }
        figures.add(metric, AnnealingRuns.median(rates), "1/s");
    }
}
