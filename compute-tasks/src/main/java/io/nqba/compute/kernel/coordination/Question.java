package io.nqba.compute.kernel.coordination;

import io.nqba.model.error.Require;
import java.io.Serial;
import java.io.Serializable;

/**
 * What goes down to the nodes in one round: a price per shared row. The answer of a subproblem is a function of the question alone,
 * so a node that joins, or takes over a partition, answers as its predecessor would have. Crosses the grid wire.
 */
public final class Question implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double[] price;
    private final double smoothing;

    /**
     * @param price shape {@code [rows]}, cost per unit of usage
     * @param smoothing weight of the logarithmic barrier on the subproblem's own limits, in the unit of cost; 0 asks for exact
     *     answers without a response
     */
    public Question(double[] price, double smoothing) {
        this.price = price.clone();
        this.smoothing = Require.finite("smoothing", Require.notNegative("smoothing", smoothing, ""), "");
    }

    public int rows() {
        return price.length;
    }

    public double[] price() {
        return price.clone();
    }

    public double smoothing() {
        return smoothing;
    }

    /** Whether the answer must carry a {@link SmoothResponse}. */
    public boolean isSmooth() {
        return smoothing > 0;
    }
}
