package io.nqba.compute.kernel.scoring;

/**
 * Sums of gradient and curvature by node of one level, feature and bin. In whole units of 2⁻³⁰, so that sums are exact in any order: the
 * same tree grows however the rows are grouped. Not thread-safe.
 */
public final class GradientSums {
    /** Units in 1. Gradient and curvature are at most 1, so sums of 2³² rows fit. */
    private static final double UNITS = 1L << 30;

    private final int nodes;
    private final int width;
    private final int bins;
    private final long[] cells;

    GradientSums(int nodes, int width, int bins) {
        this.nodes = nodes;
        this.width = width;
        this.bins = bins;
        cells = new long[2 * nodes * width * bins];
    }

    static long units(double value) {
        return Math.round(value * UNITS);
    }

    /** Position of a feature's bins of a node; gradient and curvature of a bin lie side by side. */
    int line(int node, int feature) {
        return 2 * bins * (node * width + feature);
    }

    /**
     * Adds a row to the lines of some features of a node.
     *
     * @param bins of the row, shape {@code [at + width]}
     */
    void addRow(int node, int[] features, byte[] bins, int at, long gradient, long curvature) {
        long[] sums = cells;
        int stride = 2 * this.bins;
        int first = node * width * stride;
        for (int j : features) {
            int cell = first + j * stride + 2 * (bins[at + j] & 0xff);
            sums[cell] += gradient;
            sums[cell + 1] += curvature;
        }
    }

    /** Makes a node what its parent has and its sibling has not: sums of whole units leave no rounding. */
    void derive(int node, GradientSums parents) {
        int length = 2 * width * bins;
        int own = node * length;
        int sibling = (node ^ 1) * length;
        int parent = node / 2 * length;
        for (int i = 0; i < length; i++) {
            cells[own + i] = parents.cells[parent + i] - cells[sibling + i];
        }
    }

    public void add(GradientSums other) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
    }

    double gradient(int line, int bin) {
        return cells[line + 2 * bin] / UNITS;
    }

    double curvature(int line, int bin) {
        return cells[line + 2 * bin + 1] / UNITS;
    }

    long gradientUnits(int line, int bin) {
        return cells[line + 2 * bin];
    }

    long curvatureUnits(int line, int bin) {
        return cells[line + 2 * bin + 1];
    }

    static double value(long units) {
        return units / UNITS;
    }

    int nodes() {
        return nodes;
    }

    /** Returns the bytes that a group of rows sends per level. */
    public long bytes() {
        return 8L * cells.length;
    }
}
