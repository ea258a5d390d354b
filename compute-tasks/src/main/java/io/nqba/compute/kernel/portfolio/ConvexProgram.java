package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A convex quadratic programme with hinge rows: minimise ½x'Hx + c'x + Σ price_i · max(0, g_i·x − limit_i) subject to A·x = b and
 * lower ≤ x ≤ upper.
 *
 * <p>A row of infinite price is a hard limit, one of finite price may be broken at that price. Hard limits, the tail losses of an
 * expected shortfall and the elastic form that finds contradictions are thus one kind of row. Every bound is finite, so that any
 * multipliers prove a lower bound.
 *
 * @param hessian H, positive semidefinite; null for a linear programme
 * @param linear c, shape {@code [n]}
 * @param lower shape {@code [n]}
 * @param upper shape {@code [n]}
 * @param equalities A, shape {@code [e][n]}
 * @param totals b, shape {@code [e]}
 * @param rows g, shape {@code [m][n]}
 * @param limits shape {@code [m]}
 * @param prices shape {@code [m]}, above 0, infinite for a hard limit
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record ConvexProgram(
        @Nullable SymmetricMatrix hessian,
        double[] linear,
        double[] lower,
        double[] upper,
        double[][] equalities,
        double[] totals,
        double[][] rows,
        double[] limits,
        double[] prices) {

    int size() {
        return linear.length;
    }

    /** Returns Hx + c. */
    double[] gradient(double[] x) {
        double[] gradient = hessian == null ? new double[linear.length] : hessian.times(x);
        Vectors.add(gradient, 1, linear);
        return gradient;
    }

    /** Returns the objective; hard rows add nothing. */
    double value(double[] x) {
        double value = Vectors.dot(linear, x) + (hessian == null ? 0 : hessian.form(x) / 2);
        for (int i = 0; i < rows.length; i++) {
            if (prices[i] < Double.POSITIVE_INFINITY) {
                value += prices[i] * Math.max(0, Vectors.dot(rows[i], x) - limits[i]);
            }
        }
        return value;
    }

    /** Returns by how much the worst hard constraint is broken. */
    double violation(double[] x) {
        double worst = 0;
        for (int i = 0; i < rows.length; i++) {
            if (prices[i] == Double.POSITIVE_INFINITY) {
                worst = Math.max(worst, Vectors.dot(rows[i], x) - limits[i]);
            }
        }
        for (int i = 0; i < equalities.length; i++) {
            worst = Math.max(worst, Math.abs(Vectors.dot(equalities[i], x) - totals[i]));
        }
        return worst;
    }

    /** Returns the gradient of the Lagrangian: Hx + c + A'y + G'λ. */
    double[] reducedCosts(double[] x, double[] y, double[] lambda) {
        double[] reduced = gradient(x);
        for (int i = 0; i < y.length; i++) {
            Vectors.add(reduced, y[i], equalities[i]);
        }
        for (int i = 0; i < lambda.length; i++) {
            if (lambda[i] != 0) {
                Vectors.add(reduced, lambda[i], rows[i]);
            }
        }
        return reduced;
    }

    /**
     * Returns a lower bound of the objective over everything feasible: the tangent at x, with the constraints priced, minimised over
     * the box. Valid for any x, any y and any λ in [0, price]; tight at an optimum with its multipliers.
     */
    double bound(double[] x, double[] y, double[] lambda) {
        double[] reduced = reducedCosts(x, y, lambda);
        double bound = hessian == null ? 0 : -hessian.form(x) / 2;
        bound -= Vectors.dot(totals, y) + Vectors.dot(limits, lambda);
        for (int j = 0; j < reduced.length; j++) {
            bound += Math.min(reduced[j] * lower[j], reduced[j] * upper[j]);
        }
        return bound;
    }

    /** Returns the programme in the chosen variables, all others fixed at their values in {@code x}; its objective lacks a constant. */
    ConvexProgram restrict(int[] chosen, double[] x) {
        double[] fixed = x.clone();
        for (int j : chosen) {
            fixed[j] = 0;
        }
        double[] shiftedTotals = totals.clone();
        for (int i = 0; i < totals.length; i++) {
            shiftedTotals[i] -= Vectors.dot(equalities[i], fixed);
        }
        double[] shiftedLimits = limits.clone();
        for (int i = 0; i < limits.length; i++) {
            shiftedLimits[i] -= Vectors.dot(rows[i], fixed);
        }
        return new ConvexProgram(
                hessian == null ? null : hessian.select(chosen),
                pick(gradient(fixed), chosen),
                pick(lower, chosen),
                pick(upper, chosen),
                pickAll(equalities, chosen),
                shiftedTotals,
                pickAll(rows, chosen),
                shiftedLimits,
                prices);
    }

    /** Returns the same programme with another linear term. */
    ConvexProgram withLinear(double[] newLinear) {
        return new ConvexProgram(hessian, newLinear, lower, upper, equalities, totals, rows, limits, prices);
    }

    private static double[][] pickAll(double[][] all, int[] chosen) {
        return Arrays.stream(all).map(row -> pick(row, chosen)).toArray(double[][]::new);
    }

    static double[] pick(double[] all, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(j -> all[j]).toArray();
    }
}
