package io.nqba.compute.kernel.coordination;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Settles the whole decisions of subproblems that have any: each takes a whole answer near its relaxed one at these prices and this
 * smoothing, and keeps it while the continuous rest is coordinated. Crosses the grid wire.
 */
public final class Commitment implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double[] price;
    private final double smoothing;
    private final int trial;

    /**
     * @param price shape {@code [rows]}, cost per unit of usage
     * @param smoothing weight of the barrier of the relaxation, more than 0
     * @param trial 1 for the first commitment of a run; another number draws other whole answers near the same relaxed ones
     */
    public Commitment(double[] price, double smoothing, int trial) {
        this.price = price.clone();
        this.smoothing = smoothing;
        this.trial = trial;
    }

    public double[] price() {
        return price.clone();
    }

    public double smoothing() {
        return smoothing;
    }

    public int trial() {
        return trial;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Commitment that
                && trial == that.trial
                && Double.compare(smoothing, that.smoothing) == 0
                && Arrays.equals(price, that.price);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(price) + Double.hashCode(smoothing)) + trial;
    }
}
