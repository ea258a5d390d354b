package io.nqba.compute.annealing;

import io.nqba.compute.kernel.annealing.dense.DenseSearch;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/** What a problem takes in the heap, estimated from above, so that one that is too large is refused before it is read. */
final class ProblemSize {
    private static final double DENSE_SHARE = 0.03;
    private static final int DENSE_DEGREE = 64;
    /** Share of the heap that one run may plan with; the rest is for what the node does beside it. */
    private static final double HEAP_SHARE = 0.6;

    private static final long MEGABYTE = 1L << 20;

    private ProblemSize() {}

    /** Returns the size of the problem itself, bytes. */
    static long bytes(StoredProblem row) {
        return row.couplings() * (row.exact() ? 8L : 12L) + row.variables() * 12L + 4096;
    }

    /** Returns what each worker takes beside the problem, bytes. */
    static long bytesOfWorker(StoredProblem row) {
        long sparse = row.couplings() * 40L + row.variables() * 120L + 4096;
        return isDense(row) ? sparse + (long) row.variables() * row.variables() : sparse;
    }

    /** Returns whether workers keep a full matrix; where it fits no array, they search sparsely however many couplings there are. */
    static boolean isDense(StoredProblem row) {
        if (!DenseSearch.fits(row.variables())) {
            return false;
        }
        double pairs = row.variables() * (row.variables() - 1.0) / 2;
        return row.couplings() > DENSE_SHARE * pairs || 2 * row.couplings() > (long) DENSE_DEGREE * row.variables();
    }

    /** Returns how many workers this node has the memory for, at most {@code wanted}; refuses when not even one. */
    static int workers(StoredProblem row, int wanted) {
        refuseTooLarge(row);
        long left = available() - bytes(row);
        return (int) Math.max(1, Math.min(wanted, left / bytesOfWorker(row)));
    }

    static void refuseTooLarge(StoredProblem row) {
        if (bytes(row) + bytesOfWorker(row) > available()) {
            throw tooLarge(row);
        }
    }

    static NqbaException tooLarge(StoredProblem row) {
        long needed = bytes(row) + bytesOfWorker(row);
        return new NqbaException(
                ErrorCode.TOO_LARGE,
                "The problem (%s, %d variables, %d couplings) needs about %d MB of heap to be searched; a grid node has %d MB for it."
                        .formatted(
                                row.name(),
                                row.variables(),
                                row.couplings(),
                                needed / MEGABYTE + 1,
                                available() / MEGABYTE),
                "Start the grid nodes with a heap of at least %d MB (-Xmx), or send a smaller problem."
                        .formatted((long) (needed / HEAP_SHARE / MEGABYTE) + 64));
    }

    private static long available() {
        return (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
    }
}
