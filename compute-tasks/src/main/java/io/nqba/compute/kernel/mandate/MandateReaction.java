package io.nqba.compute.kernel.mandate;

import java.util.Arrays;

/**
 * How much a mandate's usage of the firm's rows falls per unit of price, summed into a packed lower triangle. Only assets between
 * their bounds react. With D their own variances, β their factor rows and N = I + Σ ββ'/D, whose factor the solver holds, the weights
 * react by (D⁻¹ − D⁻¹β N⁻¹ β'D⁻¹) / aversion.
 *
 * <p>Cost O(entries of the free assets · factors + rows² · factors / 2). Workspace of one thread.
 */
final class MandateReaction {
    private final FactorModel model;
    private final FirmRows rows;
    private final int width;
    private int[] place = {};
    private double[] pulled = {};
    private boolean[] touched = {};
    private int[] order = {};

    MandateReaction(FactorModel model, FirmRows rows) {
        this.model = model;
        this.rows = rows;
        width = model.factors() + 1;
    }

    /** Tells the rows of interest, ascending. */
    void begin(int[] active) {
        place = new int[rows.rows()];
        Arrays.fill(place, -1);
        for (int a = 0; a < active.length; a++) {
            place[active[a]] = a;
        }
        pulled = new double[active.length * width];
        touched = new boolean[active.length];
        order = new int[active.length];
    }

    /** Adds the reaction of the mandate that {@code solver} solved last. */
    void add(MandateSolver solver, Mandate mandate, double capital, double[] curvature) {
        Arrays.fill(pulled, 0);
        Arrays.fill(touched, false);
        double scale = capital / mandate.aversion();
        for (int i = 0; i < mandate.size(); i++) {
            int sign = solver.sign(i);
            if (sign != 0) {
                addOwn(mandate.assets()[i], sign, solver.reactingWidth(), scale, curvature);
            }
        }
        addCommon(solver, scale, curvature);
    }

    private void addOwn(int asset, int sign, int reacting, double scale, double[] curvature) {
        double share = 1 / model.own(asset);
        double[] factorRows = model.rows();
        int from = rows.first(asset);
        int to = rows.first(asset + 1);
        for (int e = from; e < to; e++) {
            int high = place[rows.row(e)];
            if (high < 0) {
                continue;
            }
            double effect = (rows.perWeight(e) + sign * rows.perTrade(e)) * share;
            touched[high] = true;
            for (int k = 0; k < reacting; k++) {
                pulled[high * width + k] += effect * factorRows[asset * width + k];
            }
            for (int f = from; f <= e; f++) {
                int low = place[rows.row(f)];
                if (low >= 0) {
                    curvature[high * (high + 1) / 2 + low] +=
                            scale * effect * (rows.perWeight(f) + sign * rows.perTrade(f));
                }
            }
        }
    }

    private void addCommon(MandateSolver solver, double scale, double[] curvature) {
        int count = 0;
        for (int a = 0; a < touched.length; a++) {
            if (touched[a]) {
                solver.forwardSolve(pulled, a * width);
                order[count++] = a;
            }
        }
        for (int i = 0; i < count; i++) {
            int high = order[i];
            for (int j = 0; j <= i; j++) {
                int low = order[j];
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += pulled[high * width + k] * pulled[low * width + k];
                }
                curvature[high * (high + 1) / 2 + low] -= scale * sum;
            }
        }
    }
}
