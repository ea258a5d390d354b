package io.nqba.compute.kernel.coordination;

/**
 * The summed reaction of subproblems that answer exactly: their usage is that of their answers, it does not drift with the smoothing, and
 * its curvature keeps its size as the smoothing shrinks, so it is summed exactly. Crosses the grid wire as part of its owner.
 */
final class SteadyReaction {
    private final int[] active;
    private final ExactSums curvature;

    /** @param active rows whose reaction is told, ascending */
    SteadyReaction(int[] active) {
        this.active = active;
        curvature = new ExactSums(Math.multiplyExact(active.length, active.length + 1) / 2);
    }

    void add(SmoothResponse response) {
        curvature.add(response.curvature());
    }

    void add(SteadyReaction other) {
        curvature.add(other.curvature);
    }

    /** Returns the reaction beside {@code usage}, shape {@code [rows]}. */
    SmoothResponse total(double[] usage) {
        double[] used = new double[active.length];
        for (int a = 0; a < active.length; a++) {
            used[a] = usage[active[a]];
        }
        return new SmoothResponse(used, new double[active.length], curvature.toArray());
    }
}
