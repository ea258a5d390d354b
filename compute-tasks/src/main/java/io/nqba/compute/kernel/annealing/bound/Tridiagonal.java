package io.nqba.compute.kernel.annealing.bound;

/** Eigenvalues of a symmetric tridiagonal matrix by counting sign changes and halving an interval. */
final class Tridiagonal {
    private static final int HALVINGS = 80;

    private Tridiagonal() {}

    /**
     * Returns the smallest eigenvalue of the leading {@code size} rows. Cost O(size).
     *
     * @param main the diagonal
     * @param side entry k joins rows k and k + 1
     */
    static double smallest(double[] main, double[] side, int size) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double reach = (i > 0 ? Math.abs(side[i - 1]) : 0) + (i < size - 1 ? Math.abs(side[i]) : 0);
            // Gershgorin's discs below, the smallest diagonal entry above.
            low = Math.min(low, main[i] - reach);
            high = Math.min(high, main[i]);
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (hasEigenvalueBelow(main, side, size, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** A pivot of T - x·I below zero means an eigenvalue below x (Sylvester's law of inertia). */
    private static boolean hasEigenvalueBelow(double[] main, double[] side, int size, double x) {
        double pivot = main[0] - x;
        for (int i = 1; i < size && pivot > 0; i++) {
            pivot = main[i] - x - side[i - 1] * side[i - 1] / pivot;
        }
        return pivot < 0;
    }
}
