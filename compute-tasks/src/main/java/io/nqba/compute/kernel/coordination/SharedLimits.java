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

    /**
     * @param cap shape {@code [rows]}, unit of usage; infinite where a row has no cap
     * @param peakCharge cost per unit of the highest usage, 0 or more; 0 when the peak is free
     * @param capPenalty cost per unit above a cap, more than any sensible price
     */
    public SharedLimits(double[] cap, double peakCharge, double capPenalty) {
        this.cap = cap.clone();
        this.peakCharge = Require.finite("peakCharge", Require.notNegative("peakCharge", peakCharge, "per unit"), "");
        this.capPenalty = Require.finite("capPenalty", Require.positive("capPenalty", capPenalty, "per unit"), "");
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
