package io.nqba.compute.kernel.portfolio;

/** The equations Hx + B'y = -c, Bx = t of a quadratic programme without inequalities, by the Schur complement of the border. */
final class BorderedSystem {
    private static final double RIDGE = 1e-13;
    private static final double GOOD = 1e-9;

    private final SymmetricMatrix hessian;
    private final double[][] border;
    private final Cholesky factor;
    private final double[][] columns;
    private final Cholesky schur;

    BorderedSystem(SymmetricMatrix hessian, double[][] border) {
        this.hessian = hessian;
        this.border = border;
        int size = hessian.size();
        double ridge = RIDGE * Vectors.largest(hessian.diagonal());
        factor = Cholesky.factorise(size, hessian.scaled(1, ridge).cells(), 1e-14);
        columns = new double[border.length][];
        double[] product = new double[border.length * border.length];
        for (int i = 0; i < border.length; i++) {
            columns[i] = border[i].clone();
            factor.solve(columns[i]);
            for (int k = 0; k < border.length; k++) {
                product[k * border.length + i] = Vectors.dot(border[k], columns[i]);
            }
        }
        schur = Cholesky.factorise(border.length, product, 1e-12);
    }

    /** Solves with refinement; false where what is left over shows that the system has no definite answer. */
    boolean solve(double[] c, double[] t, double[] x, double[] y) {
        double size = 0;
        for (int round = 0; round < 3; round++) {
            double[] right = hessian.times(x);
            for (int j = 0; j < x.length; j++) {
                right[j] = -c[j] - right[j];
            }
            double[] rest = t.clone();
            for (int i = 0; i < y.length; i++) {
                Vectors.add(right, -y[i], border[i]);
                rest[i] -= Vectors.dot(border[i], x);
            }
            size = Math.max(Vectors.largest(right) / scale(c, x), Vectors.largest(rest) / (Vectors.largest(t) + 1));
            correct(right, rest, x, y);
        }
        return size < GOOD;
    }

    private double scale(double[] c, double[] x) {
        return Vectors.largest(c) + Vectors.largest(hessian.diagonal()) * Vectors.largest(x) + Double.MIN_NORMAL;
    }

    private void correct(double[] right, double[] rest, double[] x, double[] y) {
        factor.solve(right);
        double[] dual = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            dual[i] = Vectors.dot(border[i], right) - rest[i];
        }
        schur.solve(dual);
        Vectors.add(x, 1, right);
        for (int i = 0; i < y.length; i++) {
            Vectors.add(x, -dual[i], columns[i]);
            y[i] += dual[i];
        }
    }
}
