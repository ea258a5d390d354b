package io.nqba.compute.kernel.coordination;

import io.nqba.model.error.Require;
import java.io.Serial;
import java.io.Serializable;

/**
 * What the subproblems share. With u the sum of their usages, shape {@code [rows]}, the coordinated problem is: minimise Σ cost +
 * peakCharge · max(0, max over rows of u) subject to u ≤ cap. Caps are elastic at {@code capPenalty}, so that an infeasible
 * request still has a best effort and a measured violation. Crosses the grid wire.
 */
public final class SharedLimits implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double[] cap;
    private final double peakCharge;
    private final double capPenalty;
    private final boolean exactAnswers;
    private final double typicalPrice;

    /**
     * @param cap shape {@code [rows]}, unit of usage; infinite where a row has no cap
     * @param peakCharge cost per unit of the highest usage, 0 or more; 0 when the peak is free
     * @param capPenalty cost per unit above a cap, more than any sensible price
     */
    public SharedLimits(double[] cap, double peakCharge, double capPenalty) {
        this(cap, peakCharge, capPenalty, false, capPenalty);
    }

    private SharedLimits(
            double[] cap, double peakCharge, double capPenalty, boolean exactAnswers, double typicalPrice) {
        this.exactAnswers = exactAnswers;
        this.typicalPrice = Require.finite("typicalPrice", Require.positive("typicalPrice", typicalPrice, ""), "");
        this.cap = cap.clone();
        this.peakCharge = Require.finite("peakCharge", Require.notNegative("peakCharge", peakCharge, "per unit"), "");
        this.capPenalty = Require.finite("capPenalty", Require.positive("capPenalty", capPenalty, "per unit"), "");
    }

    /**
     * Returns the same limits for strictly convex subproblems, whose exact answers change continuously with the prices: they are asked
     * for exact answers throughout, together with their reaction, and nothing is smoothed.
     *
     * @param typicalPrice a price at which subproblems begin to react: how far the first step goes
     */
    public SharedLimits withExactAnswers(double typicalPrice) {
        if (peakCharge > 0) {
            throw new IllegalArgumentException(
                    "Exact answers share caps only, no peak charge (%s).".formatted(peakCharge));
        }
        return new SharedLimits(cap, peakCharge, capPenalty, true, typicalPrice);
    }

    /** Returns how far the first step of the prices goes. */
    public double typicalPrice() {
        return typicalPrice;
    }

    public boolean exactAnswers() {
        return exactAnswers;
    }

    public int rows() {
        return cap.length;
    }

    public double[] cap() {
        return cap.clone();
    }

    public double peakCharge() {
        return peakCharge;
    }

    public double capPenalty() {
        return capPenalty;
    }
}
