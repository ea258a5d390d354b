package io.nqba.compute.kernel.flexible;

import java.util.Arrays;

/**
 * A symmetric positive definite matrix with a narrow band and a few dense last rows, factorised in place after Cholesky. With n rows
 * in the band, half width b and d dense rows a factorisation costs O(n·(b + d)²), a solution O(n·(b + d)). Reusable workspace.
 */
final class BorderedBand {
    private int size;
    private int half;
    private int border;
    /** Row i of the band: entries of the columns i − half to i. */
    private double[] band = new double[0];
    /** Dense rows: all columns of the band, then those of the border up to the diagonal. */
    private double[] dense = new double[0];

    /** Starts a matrix of zeros. */
    void begin(int newSize, int newHalf, int newBorder) {
        size = newSize;
        half = newHalf;
        border = newBorder;
        int bandLength = size * (half + 1);
        int denseLength = border * (size + border);
        if (band.length < bandLength) {
            band = new double[bandLength];
        }
        if (dense.length < denseLength) {
            dense = new double[denseLength];
        }
        Arrays.fill(band, 0, bandLength, 0);
        Arrays.fill(dense, 0, denseLength, 0);
    }

    /** Adds to an entry of the lower triangle of the band. */
    void add(int row, int column, double value) {
        band[row * (half + 1) + half + column - row] += value;
    }

    /** Adds to an entry of a dense row, whose columns beyond the band are the dense rows themselves. */
    void addDense(int denseRow, int column, double value) {
        dense[denseRow * (size + border) + column] += value;
    }

    double diagonal(int row) {
        return band[row * (half + 1) + half];
    }

    /** Factorises. A pivot that rounding made 0 or negative is taken as infinite: its unknown stays put. */
    void factorise() {
        for (int i = 0; i < size; i++) {
            int row = i * (half + 1) + half - i;
            int from = Math.max(0, i - half);
            double before = band[row + i];
            for (int j = from; j <= i; j++) {
                int other = j * (half + 1) + half - j;
                double rest = band[row + j];
                for (int k = Math.max(from, j - half); k < j; k++) {
                    rest -= band[row + k] * band[other + k];
                }
                band[row + j] = j < i ? rest / band[other + j] : pivot(rest, before);
            }
        }
        for (int d = 0; d < border; d++) {
            factoriseDense(d);
        }
    }

    private void factoriseDense(int d) {
        int row = d * (size + border);
        double before = dense[row + size + d];
        solveForward(dense, row);
        for (int e = 0; e <= d; e++) {
            int other = e * (size + border);
            double rest = dense[row + size + e];
            for (int k = 0; k < size + e; k++) {
                rest -= dense[row + k] * dense[other + k];
            }
            dense[row + size + e] = e < d ? rest / dense[other + size + e] : pivot(rest, before);
        }
    }

    private static double pivot(double rest, double before) {
        return rest > 1e-15 * before ? Math.sqrt(rest) : 1e150;
    }

    private void solveForward(double[] right, int at) {
        for (int i = 0; i < size; i++) {
            int row = i * (half + 1) + half - i;
            double sum = right[at + i];
            for (int k = Math.max(0, i - half); k < i; k++) {
                sum -= band[row + k] * right[at + k];
            }
            right[at + i] = sum / band[row + i];
        }
    }

    /** Solves in place, band first, then border. */
    void solve(double[] right) {
        solveForward(right, 0);
        for (int d = 0; d < border; d++) {
            int row = d * (size + border);
            double sum = right[size + d];
            for (int k = 0; k < size + d; k++) {
                sum -= dense[row + k] * right[k];
            }
            right[size + d] = sum / dense[row + size + d];
        }
        for (int d = border - 1; d >= 0; d--) {
            int row = d * (size + border);
            double solved = right[size + d] / dense[row + size + d];
            right[size + d] = solved;
            for (int k = 0; k < size + d; k++) {
                right[k] -= dense[row + k] * solved;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            int row = i * (half + 1) + half - i;
            double solved = right[i] / band[row + i];
            right[i] = solved;
            for (int k = Math.max(0, i - half); k < i; k++) {
                right[k] -= band[row + k] * solved;
            }
        }
    }
}
