package io.nqba.compute.kernel.coordination;

/**
 * How smoothed subproblems react, summed: the first and second derivatives of the smoothed dual. Here rows are the active ones of the
 * question. Arrays are kept, not copied.
 * Crosses the grid wire.
 */
public final class SmoothResponse {
    private final double[] usage;
    private final double[] drift;
    private final double[] curvature;

    /**
     * @param usage Σ usage of the barrier minimisers, the gradient of the smoothed dual, shape {@code [rows]}
     * @param drift how that usage changes with the smoothing at fixed prices, shape {@code [rows]}
     * @param curvature how much it falls per unit of price, positive semidefinite, lower triangle by rows, shape
     *     {@code [rows·(rows+1)/2]}
     */
    public SmoothResponse(double[] usage, double[] drift, double[] curvature) {
        this.usage = usage;
        this.drift = drift;
        this.curvature = curvature;
    }

    /** A response of nothing, to be added to. */
    public static SmoothResponse zero(int rows) {
        return new SmoothResponse(
                new double[rows], new double[rows], new double[Math.multiplyExact(rows, rows + 1) / 2]);
    }

    /** Returns the usage itself, not a copy. */
    public double[] usage() {
        return usage;
    }

    /** Returns the drift itself, not a copy. */
    public double[] drift() {
        return drift;
    }

    /** Returns the curvature itself, not a copy. */
    public double[] curvature() {
        return curvature;
    }
}
