package io.nqba.compute.kernel.coordination;

import java.io.Serial;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of caps on subproblems that answer exactly. Their dual is concave with continuous slopes, and its curvature is the summed
 * reaction: each round climbs it by the maximum of the quadratic model over prices between 0 and the penalty. The model is made
 * steeper by a damping, more of it where the last step gained less than it promised. Damping leaves steps long where nothing bends:
 * limits that contradict each other have prices near the penalty, far from the others. Crosses the grid wire as part of its owner.
 *
 * <p>The central path of {@link DualPath} is for subproblems that jump; these need no smoothing. Decision 21 has the figures.
 *
 * <p>Newton's method on duals with continuous slopes: L. Qi, J. Sun, "A nonsmooth version of Newton's method", Mathematical Programming
 * 58 (1993), 353-367, doi:10.1007/BF01581275; damping: D. Marquardt,
 * "An Algorithm for Least-Squares Estimation of Nonlinear Parameters" (1963), doi:10.1137/0111030.
 */
final class NewtonPath implements PricePath {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double ACCEPTED = 1e-4;
    private static final double POOR = 0.25;
    private static final double GOOD = 0.7;
    private static final double LESS = 0.06;
    private static final double MORE = 4;

    private final int[] capped;
    private final double[] cap;
    private final double penalty;
    private final double typicalPrice;
    private double damping = -1;

    private double[] price;
    private double[] centre;
    private double centreValue = Double.NEGATIVE_INFINITY;
    private double promised;
    private double[] gradient = {};
    private double @Nullable [] curvature;

    NewtonPath(SharedLimits limits) {
        double[] caps = limits.cap();
        capped = IntStream.range(0, caps.length)
                .filter(r -> caps[r] < Double.POSITIVE_INFINITY)
                .toArray();
        cap = Arrays.stream(capped).mapToDouble(r -> caps[r]).toArray();
        penalty = limits.capPenalty();
        typicalPrice = limits.typicalPrice();
        price = new double[capped.length];
        centre = price;
    }

    @Override
    public boolean isEmpty() {
        return capped.length == 0;
    }

    @Override
    public double smoothing() {
        return 0;
    }

    @Override
    public int[] active() {
        return capped.clone();
    }

    @Override
    public void addPeakPrice(double[] sum) {
        // Exact answers share caps only; a peak charge would make their dual jump.
    }

    @Override
    public void addCapPrice(double[] sum) {
        for (int i = 0; i < capped.length; i++) {
            sum[capped[i]] += price[i];
        }
    }

    @Override
    public double pricedCaps() {
        double sum = 0;
        for (int i = 0; i < capped.length; i++) {
            sum += price[i] * cap[i];
        }
        return sum;
    }

    @Override
    public void move(Answer answer, double peak) {
        SmoothResponse response = answer.response();
        if (response == null) {
            throw new IllegalArgumentException("An exact answer must tell its reaction.");
        }
        double value = answer.lagrangian() - pricedCaps();
        double gained = value - centreValue;
        if (curvature != null) {
            adapt(gained);
        }
        if (curvature == null || gained > ACCEPTED * promised || (gained > 0 && promised <= 0)) {
            centre = price;
            centreValue = value;
            curvature = response.curvature();
            gradient = new double[cap.length];
            for (int i = 0; i < cap.length; i++) {
                gradient[i] = response.usage()[i] - cap[i];
            }
        }
        step(curvature);
    }

    private void adapt(double gained) {
        if (gained < POOR * promised) {
            double slope = 0;
            double length = 0;
            for (int i = 0; i < price.length; i++) {
                double move = price[i] - centre[i];
                slope += gradient[i] * move;
                length += move * move;
            }
            // At least as steep as the model was along the step that failed.
            damping = Math.max(MORE * damping, length > 0 ? slope / length : 0);
        } else if (gained > GOOD * promised) {
            damping *= LESS;
        }
    }

    private void step(double[] bend) {
        if (damping < 0) {
            double steepest = 0;
            for (double slope : gradient) {
                steepest = Math.max(steepest, slope);
            }
            damping = steepest / typicalPrice;
        }
        double[] damped = bend.clone();
        double[] lower = new double[cap.length];
        double[] upper = new double[cap.length];
        for (int i = 0; i < cap.length; i++) {
            damped[i * (i + 1) / 2 + i] += damping;
            lower[i] = -centre[i];
            upper[i] = penalty - centre[i];
        }
        double[] move = new BoxModel(gradient, damped).maximise(lower, upper);
        promised = new BoxModel(gradient, bend).value(move);
        price = new double[cap.length];
        for (int i = 0; i < cap.length; i++) {
            // A price that goes down to 0 shall be 0, not what rounding leaves of it.
            price[i] = move[i] == lower[i] ? 0 : centre[i] + move[i];
        }
    }
}
