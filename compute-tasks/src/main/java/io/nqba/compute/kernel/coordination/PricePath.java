package io.nqba.compute.kernel.coordination;

import java.io.Serializable;

/** The prices of the shared limits on their way to the optimum: what a round asks, and what its answer changes. */
interface PricePath extends Serializable {
    /** Whether nothing is shared, so that every subproblem alone is the optimum. */
    boolean isEmpty();

    /** Weight of the barrier that the subproblems shall put on their own limits; 0 for none. */
    double smoothing();

    /** Rows whose reaction is needed, ascending. */
    int[] active();

    /** Adds the prices of the peak to {@code sum}, shape {@code [rows]}. */
    void addPeakPrice(double[] sum);

    /** Adds the prices of the caps to {@code sum}, shape {@code [rows]}. */
    void addCapPrice(double[] sum);

    /** What the dual subtracts for the caps: Σ price · cap. */
    double pricedCaps();

    /**
     * Moves on from the answer to the present prices.
     *
     * @param peak highest usage of that answer, 0 or more
     */
    void move(Answer answer, double peak);
}
