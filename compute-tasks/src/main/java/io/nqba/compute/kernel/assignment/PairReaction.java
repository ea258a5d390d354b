package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * How the hours per agent react to prices: a weighted graph over the agents, nobody's price staying 0. Its Laplacian is the curvature
 * of the dual. Crosses the grid wire as part of its owner.
 */
final class PairReaction {
    private static final double ACCURACY = 1e-8;

    private final int[] low;
    private final int[] high;
    private final double[] weight;

    /**
     * @param bandwidth over which the hours between agents were collected on either side, money per hour
     * @param edgeBandwidth the same for hours between agents and nobody
     */
    PairReaction(PairHours pairs, double bandwidth, double edgeBandwidth) {
        long[] sorted = pairs.sortedPairs();
        low = new int[sorted.length];
        high = new int[sorted.length];
        weight = new double[sorted.length];
        for (int k = 0; k < sorted.length; k++) {
            low[k] = PairHours.low(sorted[k]);
            high[k] = PairHours.high(sorted[k]);
            weight[k] = AgentMarket.hours(pairs.ticks(sorted[k])) / (2 * (low[k] < 0 ? edgeBandwidth : bandwidth));
        }
    }

    /**
     * Returns by how much all agents that share work should move together so that, between them, work and hours are even: what moves
     * between them does not matter to that, only what comes from nobody.
     *
     * @param slope hours that are too many at each agent, shape {@code [agents]}
     * @param most greatest move either way, money per hour
     */
    double[] levels(double[] slope, double most) {
        int[] root = new int[slope.length];
        Arrays.setAll(root, a -> a);
        double[] edge = new double[slope.length];
        double[] sum = new double[slope.length];
        for (int k = 0; k < weight.length; k++) {
            if (low[k] >= 0) {
                int one = root(root, low[k]);
                int other = root(root, high[k]);
                root[Math.max(one, other)] = Math.min(one, other);
            }
        }
        for (int k = 0; k < weight.length; k++) {
            if (low[k] < 0) {
                edge[root(root, high[k])] += weight[k];
            }
        }
        for (int a = 0; a < sum.length; a++) {
            sum[root(root, a)] += slope[a];
        }
        double[] level = new double[slope.length];
        for (int a = 0; a < level.length; a++) {
            int of = root(root, a);
            level[a] = edge[of] > 0 ? Math.max(-most, Math.min(most, -sum[of] / edge[of])) : 0;
        }
        return level;
    }

    private static int root(int[] root, int agent) {
        int at = agent;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Returns the hours that were collected between agents, or at the edge to nobody. */
    double hours(boolean edge, double over) {
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += low[k] < 0 == edge ? weight[k] : 0;
        }
        return 2 * over * sum;
    }

    /** Returns Laplacian times vector; entries of agents that are not free count, and their rows too. */
    double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int k = 0; k < weight.length; k++) {
            double l = low[k] < 0 ? 0 : vector[low[k]];
            double flow = weight[k] * (vector[high[k]] - l);
            product[high[k]] += flow;
            if (low[k] >= 0) {
                product[low[k]] -= flow;
            }
        }
        return product;
    }

    private double[] diagonal(double[] damping) {
        double[] diagonal = damping.clone();
        for (int k = 0; k < weight.length; k++) {
            diagonal[high[k]] += weight[k];
            if (low[k] >= 0) {
                diagonal[low[k]] += weight[k];
            }
        }
        return diagonal;
    }

    /**
     * Returns about the least of slope·d + ½ d(L + damping)d with lower ≤ d ≤ upper: conjugate gradients on the free entries, and those
     * that leave the box stay on its edge.
     */
    double[] minimise(double[] slope, double[] damping, double[] lower, double[] upper) {
        int size = slope.length;
        boolean[] free = new boolean[size];
        double[] move = new double[size];
        for (int a = 0; a < size; a++) {
            free[a] = !(slope[a] > 0 && lower[a] >= 0) && !(slope[a] < 0 && upper[a] <= 0);
        }
        double[] diagonal = diagonal(damping);
        for (int pass = 0; pass < 8; pass++) {
            solve(slope, damping, diagonal, free, move);
            boolean left = false;
            for (int a = 0; a < size; a++) {
                double inside = Math.max(lower[a], Math.min(upper[a], move[a]));
                if (free[a] && inside != move[a]) {
                    move[a] = inside;
                    free[a] = false;
                    left = true;
                }
            }
            if (!left) {
                return move;
            }
        }
        return move;
    }

    /** Conjugate gradients with the diagonal as preconditioner; entries that are not free keep their value. */
    private void solve(double[] slope, double[] damping, double[] diagonal, boolean[] free, double[] move) {
        int size = slope.length;
        double[] product = damped(move, damping);
        double[] residual = new double[size];
        double[] direction = new double[size];
        double energy = 0;
        for (int a = 0; a < size; a++) {
            residual[a] = free[a] ? -slope[a] - product[a] : 0;
            direction[a] = residual[a] / diagonal[a];
            energy += residual[a] * direction[a];
        }
        double enough = energy * ACCURACY * ACCURACY;
        for (int step = 0; step < 2 * size + 20 && energy > enough && energy > 0; step++) {
            product = damped(direction, damping);
            double bend = 0;
            for (int a = 0; a < size; a++) {
                bend += free[a] ? direction[a] * product[a] : 0;
            }
            double length = energy / bend;
            double next = 0;
            for (int a = 0; a < size; a++) {
                if (free[a]) {
                    move[a] += length * direction[a];
                    residual[a] -= length * product[a];
                    next += residual[a] * residual[a] / diagonal[a];
                }
            }
            double carry = next / energy;
            for (int a = 0; a < size; a++) {
                direction[a] = free[a] ? residual[a] / diagonal[a] + carry * direction[a] : 0;
            }
            energy = next;
        }
    }

    private double[] damped(double[] vector, double[] damping) {
        double[] product = times(vector);
        Arrays.setAll(product, a -> product[a] + damping[a] * vector[a]);
        return product;
    }
}
