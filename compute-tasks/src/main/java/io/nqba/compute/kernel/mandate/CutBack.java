package io.nqba.compute.kernel.mandate;

import io.nqba.compute.kernel.coordination.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a firm does without prices: every mandate is cut back by the same shares until the limits of the firm hold. Each goes {@code
 * toOwn} of the way to the optimum it would take alone, {@code toCash} of the way to cash, and keeps the rest as it is held.
 *
 * <p>What a mandate uses and pays is convex in its weights, so between the three corners both stay below the straight line through the
 * corners' sums. Shares whose straight line keeps a limit keep it, and three sums over the firm decide; no mandate is looked at again to
 * choose. Where only weights are limited the line is the use itself. Corners are moved to the nearest point that the mandate's own rules
 * allow, so that every mixture of them does.
 *
 * @param toCash share of the way to cash, 0..1
 * @param toOwn share of the way to the mandate's own optimum, 0..1; both sum to 1 at most
 */
public record CutBack(double toCash, double toOwn) {
    /** Slack that counts as none, relative to the size of a limit's use: rounding, not an excess. */
    private static final double ROUNDING = 1e-12;

    /**
     * Chooses the shares with the least cost that is certain, by the corners of the region that the limits leave.
     *
     * @param held sum over the mandates at {@link #held}
     * @param cash sum at {@link #cash}
     * @param own sum at their own optima
     * @param cap greatest use allowed, shape {@code [rows]}
     * @return empty when no such shares keep all limits
     */
    public static Optional<CutBack> choose(Answer held, Answer cash, Answer own, double[] cap) {
        List<double[]> edges = edges(held, cash, own, cap);
        ToDoubleFunction<CutBack> cost = shares ->
                held.cost() + shares.toCash * (cash.cost() - held.cost()) + shares.toOwn * (own.cost() - held.cost());
        CutBack best = null;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = 0; j < i; j++) {
                CutBack corner = corner(edges.get(i), edges.get(j));
                boolean better = best == null || cost.applyAsDouble(corner) < cost.applyAsDouble(best);
                if (better && edges.stream().allMatch(corner::within)) {
                    best = corner;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Half planes p · toCash + q · toOwn ≤ r, scaled to coefficients of about 1; only those that cut something off the triangle. */
    private static List<double[]> edges(Answer held, Answer cash, Answer own, double[] cap) {
        List<double[]> edges = new ArrayList<>();
        edges.add(new double[] {-1, 0, 0});
        edges.add(new double[] {0, -1, 0});
        edges.add(new double[] {1, 1, 1});
        for (int r = 0; r < cap.length; r++) {
            double atHeld = held.usage()[r];
            double atCash = cash.usage()[r];
            double atOwn = own.usage()[r];
            double largest = Math.max(Math.abs(atHeld), Math.max(Math.abs(atCash), Math.abs(atOwn)));
            double scale = Math.max(largest, Math.abs(cap[r]));
            if (Math.max(atHeld, Math.max(atCash, atOwn)) > cap[r] + ROUNDING * scale) {
                edges.add(
                        new double[] {(atCash - atHeld) / scale, (atOwn - atHeld) / scale, (cap[r] - atHeld) / scale});
            }
        }
        return edges;
    }

    /** Where two edges meet; nowhere, as NaN, when they are parallel. */
    private static CutBack corner(double[] one, double[] other) {
        double area = one[0] * other[1] - one[1] * other[0];
        return new CutBack(
                (one[2] * other[1] - one[1] * other[2]) / area, (one[0] * other[2] - one[2] * other[0]) / area);
    }

    private boolean within(double[] edge) {
        return edge[0] * toCash + edge[1] * toOwn <= edge[2] + 8 * ROUNDING;
    }

    /** Returns the weights of a mandate that is cut back. */
    public double[] weights(Mandate mandate, double[] own) {
        double[] held = held(mandate, own);
        double[] cash = cash(mandate, own);
        double[] weights = new double[own.length];
        Arrays.setAll(weights, i -> held[i] + toCash * (cash[i] - held[i]) + toOwn * (own[i] - held[i]));
        return weights;
    }

    /** Returns the present weights, moved towards {@code own} until the mandate's own rules allow them. */
    public static double[] held(Mandate mandate, double[] own) {
        return allowed(mandate, mandate.start(), own);
    }

    /** Returns as much cash as the mandate's own rules allow on the way to {@code own}. */
    public static double[] cash(Mandate mandate, double[] own) {
        double[] nothing = new double[own.length];
        Arrays.setAll(nothing, i -> Math.min(mandate.upper()[i], Math.max(mandate.lower()[i], 0)));
        return allowed(mandate, nothing, own);
    }

    private static double[] allowed(Mandate mandate, double[] from, double[] own) {
        double way = 0;
        double before = 0;
        double after = 0;
        for (int i = 0; i < own.length; i++) {
            way = Math.max(way, needed(from[i], own[i], mandate.lower()[i], mandate.upper()[i]));
            before += from[i];
            after += own[i];
        }
        double share = Math.max(way, needed(before, after, mandate.leastInvested(), mandate.mostInvested()));
        double[] weights = new double[own.length];
        Arrays.setAll(weights, i -> from[i] + share * (own[i] - from[i]));
        return weights;
    }

    /** How far one must go from {@code from} to {@code to}, which lies within the range, to be within it. */
    private static double needed(double from, double to, double least, double most) {
        double range = Math.min(most, Math.max(least, from));
        return range == from ? 0 : to == from ? 1 : Math.min(1, Math.max(0, (range - from) / (to - from)));
    }
}
