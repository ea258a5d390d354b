package io.nqba.compute.kernel.coordination;

import org.jspecify.annotations.Nullable;

/**
 * The sum of what subproblems answer to one {@link Question}. Its size depends on the rows, never on the items. Arrays are kept, not
 * copied. Crosses the grid wire.
 */
public final class Answer {
    private final long items;
    private final double lagrangian;
    private final double cost;
    private final double violation;
    private final double[] usage;
    private final @Nullable SmoothResponse response;
    private final double relaxedCost;

    /**
     * @param items subproblems summed
     * @param lagrangian Σ of exact minima of cost + penalised violation + price · usage (or a lower bound of them): what a proven
     *     bound is made of
     * @param cost Σ cost of the feasible answers, violations penalised, prices not counted
     * @param violation Σ of how far own limits had to be broken, unit of usage; 0 when all subproblems are feasible
     * @param usage shape {@code [rows]}, Σ usage of those answers
     * @param response reaction of the smoothed subproblems; null when the question asked for exact answers
     */
    public Answer(
            long items,
            double lagrangian,
            double cost,
            double violation,
            double[] usage,
            @Nullable SmoothResponse response) {
        this(items, lagrangian, cost, violation, usage, response, cost);
    }

    /**
     * An answer with whole decisions in it.
     *
     * @param relaxedCost Σ cost of the relaxed answers whose reaction the response tells; equal to the cost where nothing is whole
     */
    public Answer(
            long items,
            double lagrangian,
            double cost,
            double violation,
            double[] usage,
            @Nullable SmoothResponse response,
            double relaxedCost) {
        this.items = items;
        this.lagrangian = lagrangian;
        this.cost = cost;
        this.violation = violation;
        this.usage = usage;
        this.response = response;
        this.relaxedCost = relaxedCost;
    }

    public long items() {
        return items;
    }

    public double lagrangian() {
        return lagrangian;
    }

    public double cost() {
        return cost;
    }

    public double violation() {
        return violation;
    }

    /** Returns the usage itself, not a copy. */
    public double[] usage() {
        return usage;
    }

    public @Nullable SmoothResponse response() {
        return response;
    }

    public double relaxedCost() {
        return relaxedCost;
    }
}
