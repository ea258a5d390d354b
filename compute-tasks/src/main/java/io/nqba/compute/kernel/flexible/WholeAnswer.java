package io.nqba.compute.kernel.flexible;

/** Whole plans of a site's loads and how good they are. Arrays are kept, not copied. */
public final class WholeAnswer {
    private final double[][] plans;
    private final double cost;
    private final double bound;

    /**
     * @param plans energy per load and slot, kWh
     * @param cost cost + penalised violation + Σ price · net draw with the best use of the battery
     * @param bound what no other plans can undercut; equal to the cost where the answer is exact
     */
    WholeAnswer(double[][] plans, double cost, double bound) {
        this.plans = plans;
        this.cost = cost;
        this.bound = bound;
    }

    public double[][] plans() {
        return plans;
    }

    public double cost() {
        return cost;
    }

    public double bound() {
        return bound;
    }
}
