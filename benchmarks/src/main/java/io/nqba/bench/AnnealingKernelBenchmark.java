package io.nqba.bench;

import io.nqba.compute.kernel.annealing.AnnealingWorker;
import io.nqba.compute.kernel.annealing.BoundSearch;
import io.nqba.compute.kernel.annealing.CoefficientChange;
import io.nqba.compute.kernel.annealing.Elite;
import io.nqba.compute.kernel.annealing.EliteExchange;
import io.nqba.compute.kernel.annealing.InstanceGenerators;
import io.nqba.compute.kernel.annealing.ProblemBuilder;
import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.WarmSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The annealing kernels one by one, on generated problems. Each checks what it measured: a wrong value ends the benchmark. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnnealingKernelBenchmark {
    private static final int SWEEPS = 1_000;
    private static final int VERTICES = 5_000;

    private final QuadraticProblem dense = InstanceGenerators.palubeckis(2_500, 10, 77);
    private final QuadraticProblem sparse = graph(VERTICES, 3 * VERTICES);
    private final AnnealingWorker denseWorker = new AnnealingWorker(dense, 1);
    private final AnnealingWorker sparseWorker = new AnnealingWorker(sparse, 1);
    private final List<Elite> elites = new ArrayList<>();
    private final WarmSearch warm = new WarmSearch(dense, 1);
    private final SplittableRandom random = new SplittableRandom(5);
    private List<CoefficientChange> changes = List.of();

    @Setup
    public void draw() {
        for (int seed = 1; seed <= 6; seed++) {
            elites.add(new AnnealingWorker(sparse, seed).round(sweeps(sparse, 300)));
        }
        warm.search(sweeps(dense, 100_000));
    }

    /** One thousand flips of the tabu search, each with the scan of all n. */
    @Benchmark
    public double denseThousandFlips() {
        return checked(dense, denseWorker.round(sweeps(dense, SWEEPS)));
    }

    /** One thousand sweeps, five million proposals. */
    @Benchmark
    public double sparseThousandSweeps() {
        return checked(sparse, sparseWorker.round(sweeps(sparse, SWEEPS)));
    }

    /** Six elites folded into one. */
    @Benchmark
    public double crossoverOfSix() {
        Elite child = EliteExchange.crossover(sparse, elites);
        double best = EliteExchange.ranked(sparse, elites, 1).get(0).value();
        if (child.value() < best) {
            throw new IllegalStateException(
                    "The child (%s) must not be worse than its best parent (%s).".formatted(child.value(), best));
        }
        return checked(sparse, child);
    }

    /** One in a hundred coefficients changed and no search: what an event costs before the first flip. */
    @Benchmark
    public double warmStart() {
        changes = AnnealingEventFigures.drawnAnew(warm.problem(), random);
        Elite answer = warm.answer(changes, sweeps(dense, 1));
        return checked(warm.problem(), answer);
    }

    /** Reduction and the packing of cycles. */
    @Benchmark
    public double cheapBound() {
        BoundSearch search = new BoundSearch(sparse);
        search.improve(SearchLimits.of(1, Long.MAX_VALUE, () -> false));
        double answer = sparseWorker.best().value();
        if (search.bound() < answer) {
            throw new IllegalStateException(
                    "The bound (%s) must not lie below an answer (%s).".formatted(search.bound(), answer));
        }
        return search.bound();
    }

    private static double checked(QuadraticProblem problem, Elite answer) {
        double value = problem.value(answer.bits());
        if (value != answer.value()) {
            throw new IllegalStateException(
                    "The reported value (%s) must be that of the bits (%s).".formatted(answer.value(), value));
        }
        return value;
    }

    private static SearchLimits sweeps(QuadraticProblem problem, long sweeps) {
        return SearchLimits.of(sweeps * problem.size(), Long.MAX_VALUE, () -> false);
    }

    private static QuadraticProblem graph(int vertices, int edges) {
        SplittableRandom dice = new SplittableRandom(79);
        ProblemBuilder graph = ProblemBuilder.maxCut(vertices);
        for (int k = 0; k < edges; k++) {
            int i = dice.nextInt(vertices);
            graph.addEdge(i, (i + 1 + dice.nextInt(vertices - 1)) % vertices, 1L);
        }
        return graph.build();
    }
}
