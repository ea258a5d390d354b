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

    void add(int line, int bin, long gradient, long curvature) {
        cells[line + 2 * bin] += gradient;
        cells[line + 2 * bin + 1] += curvature;
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
