package io.nqba.compute.kernel.coordination;

import io.nqba.model.error.Require;
import java.io.Serial;
import java.io.Serializable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What goes down to the nodes in one round: a price per shared row. The answer of a subproblem is a function of the question alone,
 * so a node that joins, or takes over a partition, answers as its predecessor would have. Crosses the grid wire.
 */
public final class Question implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final double[] price;
    private final double smoothing;
    private final int[] active;
    private final @Nullable Commitment commitment;

    /**
     * @param price shape {@code [rows]}, cost per unit of usage
     * @param smoothing weight of the logarithmic barrier on the subproblem's own limits, in the unit of cost; 0 asks for exact
     *     answers without a response
     */
    public Question(double[] price, double smoothing) {
        this(
                price,
                smoothing,
                IntStream.range(0, smoothing > 0 ? price.length : 0).toArray());
    }

    /** A question that wants to know the reaction of some rows only, given in ascending order. */
    public Question(double[] price, double smoothing, int[] active) {
        this(price, smoothing, active, null);
    }

    private Question(double[] price, double smoothing, int[] active, @Nullable Commitment commitment) {
        this.price = price.clone();
        this.smoothing = Require.finite("smoothing", Require.notNegative("smoothing", smoothing, ""), "");
        this.active = active.clone();
        this.commitment = commitment;
    }

    /** Returns the same question to subproblems whose whole decisions are settled; null leaves them open. */
    public Question committedTo(@Nullable Commitment settled) {
        return new Question(price, smoothing, active, settled);
    }

    /** Returns the same question without interest in any row's reaction. */
    public Question withoutReaction() {
        return new Question(price, smoothing, new int[0], commitment);
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

    /** Rows whose reaction the answer's {@link SmoothResponse} tells, ascending; its arrays have one entry for each of them. */
    public int[] active() {
        return active.clone();
    }

    /** How whole decisions are settled; null while they are open. */
    public @Nullable Commitment commitment() {
        return commitment;
    }
}
