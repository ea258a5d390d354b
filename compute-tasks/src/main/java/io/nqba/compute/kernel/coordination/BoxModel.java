package io.nqba.compute.kernel.coordination;

import io.nqba.compute.kernel.linear.PackedCholesky;
import java.util.Arrays;

/**
 * A concave quadratic model g'd − ½ d'Hd over a box, maximised by sweeps over its entries and projected Newton steps in turn.
 *
 * <p>D. Bertsekas, "Projected Newton Methods for Optimization Problems with Simple Constraints", SIAM Journal on Control and
 * Optimization 20 (1982), 221-246, doi:10.1137/0320018.
 */
final class BoxModel {
    private static final int MOST_STEPS = 100;
    private static final int SWEEPS = 3;
    private static final int MOST_HALVINGS = 30;
    private static final double SETTLED = 1e-14;
    /** Added to the diagonal where nothing bends, as a share of its largest entry: the step is then as long as the box allows. */
    private static final double LEAST_BEND = 1e-11;

    private final int size;
    private final double[] slope;
    private final double[] bend;
    private final double ridge;

    /**
     * @param slope g
     * @param bend H, positive semidefinite, packed lower triangle
     */
    BoxModel(double[] slope, double[] bend) {
        size = slope.length;
        this.slope = slope;
        this.bend = bend;
        double most = 0;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, bend[i * (i + 1) / 2 + i]);
        }
        ridge = LEAST_BEND * most + Double.MIN_NORMAL;
    }

    /** Returns the model at {@code d}. */
    double value(double[] d) {
        double[] bent = bent(d);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += d[i] * (slope[i] - bent[i] / 2);
        }
        return sum;
    }

    /** Returns where the model is greatest; {@code lower} ≤ 0 ≤ {@code upper}. */
    double[] maximise(double[] lower, double[] upper) {
        double[] d = new double[size];
        double at = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = d.clone();
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                sweep(next, lower, upper);
            }
            next = newtonFrom(next, lower, upper);
            double reached = value(next);
            if (!(reached > at)) {
                return d;
            }
            boolean settled = reached - at <= SETTLED * reached;
            d = next;
            at = reached;
            if (settled) {
                return d;
            }
        }
        return d;
    }

    /** Puts one entry after the other where the model is greatest; finds out which entries end at a wall. */
    private void sweep(double[] d, double[] lower, double[] upper) {
        double[] uphill = uphill(d);
        for (int i = 0; i < size; i++) {
            double best = d[i] + uphill[i] / (bend[i * (i + 1) / 2 + i] + ridge);
            double move = Math.min(upper[i], Math.max(lower[i], best)) - d[i];
            if (move == 0) {
                continue;
            }
            d[i] += move;
            for (int j = 0; j < size; j++) {
                int high = Math.max(i, j);
                uphill[j] -= move * bend[high * (high + 1) / 2 + Math.min(i, j)];
            }
        }
    }

    /** A Newton step in the entries that no wall holds back, shortened until the model grows; the start where it never does. */
    private double[] newtonFrom(double[] d, double[] lower, double[] upper) {
        double[] uphill = uphill(d);
        double[] direction = newton(free(d, uphill, lower, upper), uphill);
        double at = value(d);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] next = projected(d, direction, length, lower, upper);
            if (value(next) > at) {
                return next;
            }
        }
        return d;
    }

    private double[] uphill(double[] d) {
        double[] uphill = bent(d);
        for (int i = 0; i < size; i++) {
            uphill[i] = slope[i] - uphill[i];
        }
        return uphill;
    }

    private static int[] free(double[] d, double[] uphill, double[] lower, double[] upper) {
        int[] free = new int[d.length];
        int count = 0;
        for (int i = 0; i < d.length; i++) {
            boolean pressed = (d[i] <= lower[i] && uphill[i] <= 0) || (d[i] >= upper[i] && uphill[i] >= 0);
            if (!pressed) {
                free[count++] = i;
            }
        }
        return Arrays.copyOf(free, count);
    }

    private double[] newton(int[] free, double[] uphill) {
        int n = free.length;
        double[] matrix = new double[n * (n + 1) / 2];
        double[] right = new double[n];
        for (int i = 0, at = 0; i < n; i++) {
            right[i] = uphill[free[i]];
            for (int j = 0; j <= i; j++, at++) {
                matrix[at] = bend[free[i] * (free[i] + 1) / 2 + free[j]];
            }
            matrix[at - 1] += ridge;
        }
        PackedCholesky.factorise(n, matrix).solve(right);
        double[] direction = new double[size];
        for (int i = 0; i < n; i++) {
            direction[free[i]] = right[i];
        }
        return direction;
    }

    private static double[] projected(double[] d, double[] direction, double length, double[] lower, double[] upper) {
        double[] next = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            next[i] = Math.min(upper[i], Math.max(lower[i], d[i] + length * direction[i]));
        }
        return next;
    }

    private double[] bent(double[] d) {
        double[] bent = new double[size];
        for (int i = 0, at = 0; i < size; i++) {
            for (int j = 0; j <= i; j++, at++) {
                bent[i] += bend[at] * d[j];
                if (j < i) {
                    bent[j] += bend[at] * d[i];
                }
            }
        }
        return bent;
    }
}
