package io.nqba.compute.kernel.portfolio;

/** Makes a matrix of pairwise estimates a covariance: gaps in the data can give it negative eigenvalues, which are set to 0. */
public final class PositiveSemidefinite {
    /** Share of the largest variance that passes as rounding. */
    private static final double ROUNDING = 1e-16;

    private static final double ORTHOGONAL = 1e-15;
    private static final int MOST_SWEEPS = 40;

    private PositiveSemidefinite() {}

    /**
     * Returns the matrix itself where it has a Cholesky factor, else the nearest one (Frobenius) without negative eigenvalues.
     *
     * <p>One-sided Jacobi: rows of M + c·I, which is positive definite for c above the norm of M, are rotated in pairs until all are
     * orthogonal; the rotations then hold the eigenvectors. Cost O(n³) per sweep, about eight sweeps. Source: M. R. Hestenes, "Inversion
     * of matrices by biorthogonalization and related results" (1958), doi:10.1137/0106005.
     */
    public static SymmetricMatrix repair(SymmetricMatrix matrix) {
        if (holds(matrix)) {
            return matrix;
        }
        int size = matrix.size();
        double[][] vectors = eigenvectors(matrix);
        double[] repaired = matrix.cells().clone();
        for (double[] vector : vectors) {
            double value = matrix.form(vector);
            if (value < 0) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        repaired[i * size + j] -= value * vector[i] * vector[j];
                    }
                }
            }
        }
        return Covariances.fill(size, (i, j) -> (repaired[i * size + j] + repaired[j * size + i]) / 2);
    }

    private static double[][] eigenvectors(SymmetricMatrix matrix) {
        int size = matrix.size();
        double norm = Math.sqrt(Vectors.dot(matrix.cells(), matrix.cells()));
        double[][] rows = new double[size][size];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix.cells(), i * size, rows[i], 0, size);
            rows[i][i] += 1.5 * norm;
            vectors[i][i] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int i = 1; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    turned |= turn(rows, vectors, i, j);
                }
            }
        }
        return vectors;
    }

    /** Makes two rows orthogonal; returns whether they were not. */
    private static boolean turn(double[][] rows, double[][] vectors, int i, int j) {
        double a = Vectors.dot(rows[i], rows[i]);
        double b = Vectors.dot(rows[j], rows[j]);
        double c = Vectors.dot(rows[i], rows[j]);
        if (Math.abs(c) <= ORTHOGONAL * Math.sqrt(a * b)) {
            return false;
        }
        double zeta = (b - a) / (2 * c);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        rotate(rows[i], rows[j], cosine, cosine * tangent);
        rotate(vectors[i], vectors[j], cosine, cosine * tangent);
        return true;
    }

    private static void rotate(double[] first, double[] second, double cosine, double sine) {
        for (int k = 0; k < first.length; k++) {
            double x = first[k];
            double y = second[k];
            first[k] = cosine * x - sine * y;
            second[k] = sine * x + cosine * y;
        }
    }

    /** Returns whether all pivots of a Cholesky factorisation are above 0, but for rounding. */
    static boolean holds(SymmetricMatrix matrix) {
        int size = matrix.size();
        double[] factor = matrix.cells().clone();
        double ridge = ROUNDING * Vectors.largest(matrix.diagonal());
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = factor[i * size + j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i * size + k] * factor[j * size + k];
                }
                if (i == j && !(rest + ridge > 0)) {
                    return false;
                }
                factor[i * size + j] = i == j ? Math.sqrt(rest + ridge) : rest / factor[j * size + j];
            }
        }
        return true;
    }
}
