package io.nqba.compute.kernel.linear;

/**
 * Cholesky factorisation of a symmetric positive definite matrix kept as its lower triangle by rows. In place. Cost O(n³/3), row
 * against row, so that every inner loop runs over neighbouring numbers.
 */
public final class PackedCholesky {
    private final int size;
    private final double[] rows;

    private PackedCholesky(int size, double[] rows) {
        this.size = size;
        this.rows = rows;
    }

    /** Factorises {@code matrix} in place. A pivot that rounding made 0 or negative is taken as infinite: its unknown stays put. */
    public static PackedCholesky factorise(int size, double[] matrix) {
        for (int i = 0; i < size; i++) {
            int rowI = i * (i + 1) / 2;
            double before = matrix[rowI + i];
            for (int j = 0; j <= i; j++) {
                int rowJ = j * (j + 1) / 2;
                double rest = matrix[rowI + j] - dot(matrix, rowI, rowJ, j);
                if (j < i) {
                    matrix[rowI + j] = rest / matrix[rowJ + j];
                } else {
                    matrix[rowI + i] = rest > 1e-14 * before ? Math.sqrt(rest) : Double.MAX_VALUE;
                }
            }
        }
        return new PackedCholesky(size, matrix);
    }

    /** Four partial sums let the processor overlap the additions. */
    private static double dot(double[] matrix, int from, int otherFrom, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < length; k += 4) {
            a += matrix[from + k] * matrix[otherFrom + k];
            b += matrix[from + k + 1] * matrix[otherFrom + k + 1];
            c += matrix[from + k + 2] * matrix[otherFrom + k + 2];
            d += matrix[from + k + 3] * matrix[otherFrom + k + 3];
        }
        for (; k < length; k++) {
            a += matrix[from + k] * matrix[otherFrom + k];
        }
        return a + b + (c + d);
    }

    /** Solves in place. */
    public void solve(double[] right) {
        for (int i = 0; i < size; i++) {
            int row = i * (i + 1) / 2;
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= rows[row + j] * right[j];
            }
            right[i] = sum / rows[row + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            int row = i * (i + 1) / 2;
            double solved = right[i] / rows[row + i];
            right[i] = solved;
            for (int j = 0; j < i; j++) {
                right[j] -= rows[row + j] * solved;
            }
        }
    }
}
