package io.nqba.compute.kernel.annealing.bound;

import io.nqba.compute.kernel.annealing.IsingModel;
import io.nqba.compute.kernel.annealing.SplitMix;

/**
 * A model as the symmetric matrix C whose form sᵀCs is the value: halves of the couplings, and the fields as couplings to one more spin at
 * the end that is always +1 (a state and its mirror image are the same there). Immutable.
 */
final class CouplingMatrix {
    private final int size;
    private final int[] start;
    private final int[] column;
    private final double[] half;

    CouplingMatrix(IsingModel model) {
        int variables = model.size();
        this.size = variables + 1;
        int[] degree = model.degrees();
        int fields = 0;
        this.start = new int[size + 1];
        for (int i = 0; i < variables; i++) {
            int own = model.field()[i] != 0 ? 1 : 0;
            fields += own;
            start[i + 1] = start[i] + degree[i] + own;
        }
        start[size] = start[variables] + fields;
        this.column = new int[start[size]];
        this.half = new double[start[size]];
        int[] next = start.clone();
        for (int i = 0; i < variables; i++) {
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                put(next, i, model.column()[k], model.weight()[k] / 2.0);
            }
            if (model.field()[i] != 0) {
                put(next, i, variables, model.field()[i] / 2.0);
            }
        }
    }

    private void put(int[] next, int i, int j, double value) {
        column[next[i]] = j;
        half[next[i]++] = value;
        column[next[j]] = i;
        half[next[j]++] = value;
    }

    int size() {
        return size;
    }

    /** Returns the number of nonzeros, both halves of the matrix. */
    int entries() {
        return column.length;
    }

    /** Adds to {@code sum} row {@code i} times the vectors, each {@code dimensions} long. */
    void addRow(int i, double[] vector, int dimensions, double[] sum) {
        for (int k = start[i]; k < start[i + 1]; k++) {
            int at = column[k] * dimensions;
            double weight = half[k];
            for (int t = 0; t < dimensions; t++) {
                sum[t] += weight * vector[at + t];
            }
        }
    }

    /** Returns the upper triangle of diag(d) - C by rows; row i starts at the diagonal. */
    double[][] gap(double[] diagonal) {
        double[][] upper = new double[size][];
        for (int i = 0; i < size; i++) {
            upper[i] = new double[size - i];
            upper[i][0] = diagonal[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                if (column[k] > i) {
                    upper[i][column[k] - i] = -half[k];
                }
            }
        }
        return upper;
    }

    /**
     * Estimates the smallest eigenvalue of diag(d) - C from above, by Lanczos' method. An estimate: whatever follows from it needs a
     * proof. Cost O(steps·(n + entries)).
     *
     * <p>Source: C. Lanczos, "An iteration method for the solution of the eigenvalue problem", Journal of Research of the National Bureau
     * of Standards 45 (1950), 255-282, doi:10.6028/jres.045.026.
     */
    double smallestEigenvalue(double[] diagonal, int steps) {
        double[] before = new double[size];
        double[] basis = new double[size];
        SplitMix random = new SplitMix(1);
        for (int i = 0; i < size; i++) {
            basis[i] = random.nextDouble() - 0.5;
        }
        scale(basis, 1 / length(basis));
        int most = Math.min(steps, size);
        double[] main = new double[most];
        double[] side = new double[most];
        for (int step = 0; step < most; step++) {
            double[] product = times(diagonal, basis);
            main[step] = dot(product, basis);
            double previous = step == 0 ? 0 : side[step - 1];
            for (int i = 0; i < size; i++) {
                product[i] -= main[step] * basis[i] + previous * before[i];
            }
            side[step] = length(product);
            if (side[step] < 1e-12) {
                return Tridiagonal.smallest(main, side, step + 1);
            }
            scale(product, 1 / side[step]);
            before = basis;
            basis = product;
        }
        return Tridiagonal.smallest(main, side, most);
    }

    private double[] times(double[] diagonal, double[] x) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            double row = diagonal[i] * x[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                row -= half[k] * x[column[k]];
            }
            product[i] = row;
        }
        return product;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double length(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
