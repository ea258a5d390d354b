package io.nqba.bench;

import io.nqba.compute.kernel.annealing.QuadraticProblem;
import io.nqba.compute.optimisation.format.ProblemChunks;
import io.nqba.compute.optimisation.format.ProblemReader;
import io.nqba.compute.optimisation.format.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * How long a graph of 50 million couplings takes as gzipped rudy text, and the highest heap on the way. The text is made and compressed
 * on a second thread while it is read, so the wall time is that of the slower of the two; the time of the reading thread stands beside
 * it. The heap is what is in use at its highest, garbage included.
 */
final class ReadingFigures implements FigureGroup {
    private static final int VERTICES = 1_000_000;
    private static final int DEGREE = 50;
    private static final double NANOS = 1e9;
    private static final double MEGA = 1 << 20;
    private static final int PIPE = 1 << 20;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public void measure(BenchContext context, Figures figures) throws IOException {
        // Compiles the reader on a graph that no figure is measured on.
        read(new EdgeTextStream(10_007, 20));
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        EdgeTextStream text = new EdgeTextStream(VERTICES, DEGREE);
        long threadBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long before = System.nanoTime();
        QuadraticProblem problem = read(text);
        double seconds = (System.nanoTime() - before) / NANOS;
        double thread = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadBefore) / NANOS;
        long peak = pools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        require(problem, text.weights());
        figures.add("read_50m_couplings_s", seconds, "s");
        figures.add("read_50m_couplings_cpu_s", thread, "s");
        figures.add("read_50m_peak_heap_mb", peak / MEGA, "MB");
        chunks(problem, figures);
    }

    private static void chunks(QuadraticProblem problem, Figures figures) {
        long before = System.nanoTime();
        ProblemChunks chunks = ProblemChunks.of(problem);
        long cut = System.nanoTime();
        long bytes = chunks.chunks().stream().mapToLong(chunk -> chunk.length).sum();
        figures.add("chunk_50m_couplings_s", (cut - before) / NANOS, "s");
        figures.add("chunk_bytes_per_coupling", (double) bytes / problem.couplings(), "B");
    }

    private static QuadraticProblem read(EdgeTextStream text) throws IOException {
        try (PipedInputStream in = new PipedInputStream(PIPE)) {
            PipedOutputStream out = new PipedOutputStream(in);
            Thread writer = new Thread(() -> compress(text, out), "bench-text");
            writer.setDaemon(true);
            writer.start();
            return ProblemReader.read(in, Optional.empty(), ReadLimits.defaults())
                    .problem();
        }
    }

    private static void compress(InputStream text, OutputStream out) {
        try (OutputStream gzip = new FastGzip(out)) {
            text.transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(QuadraticProblem problem, long weights) {
        long sum = 0;
        for (int k = 0; k < problem.couplings(); k++) {
            sum += problem.exactCoupling(k);
        }
        if (problem.couplings() != VERTICES * DEGREE || sum != -2 * weights) {
            throw new IllegalStateException("The couplings (%d, sum %d) must be those of the text (sum %d)."
                    .formatted(problem.couplings(), sum, -2 * weights));
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Gzip at its fastest level. */
    private static final class FastGzip extends GZIPOutputStream {
        private FastGzip(OutputStream out) throws IOException {
            super(out, PIPE / 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
