package io.nqba.bench;

import io.nqba.compute.kernel.storage.SiteProblem;
import io.nqba.compute.kernel.storage.SiteSolver;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The exact site kernel over many different sites, so that branch prediction does not learn one of them by heart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SiteScheduleBenchmark {
    private static final int SITES = 256;

    @Param({"24", "96", "8760"})
    private int slots;

    private final SiteSolver solver = new SiteSolver();
    private final SiteProblem[] sites = new SiteProblem[SITES];
    private int next;

    @Setup
    public void draw() {
        for (int i = 0; i < SITES; i++) {
            sites[i] = RandomSites.plain(i, slots);
        }
    }

    @Benchmark
    public double minimum() {
        next = (next + 1) % SITES;
        return solver.solve(sites[next], null);
    }
}
