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
    private final boolean exact;

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
        this(price, smoothing, active, null, false);
    }

    private Question(double[] price, double smoothing, int[] active, @Nullable Commitment commitment, boolean exact) {
        this.exact = exact;
        this.price = price.clone();
        this.smoothing = Require.finite("smoothing", Require.notNegative("smoothing", smoothing, ""), "");
        this.active = active.clone();
        this.commitment = commitment;
    }

    /** Returns the same question to subproblems whose whole decisions are settled; null leaves them open. */
    public Question committedTo(@Nullable Commitment settled) {
        return new Question(price, smoothing, active, settled, exact);
    }

    /** Returns the same question without interest in any row's reaction. */
    public Question withoutReaction() {
        return new Question(price, smoothing, new int[0], commitment, exact);
    }

    /** Returns the same question to subproblems that react without smoothing: usage and cost are those of their exact minima. */
    public Question answeredExactly() {
        return new Question(price, smoothing, active, commitment, true);
    }

    /** Whether the answers are exact minima although they tell a reaction. */
    public boolean isAnsweredExactly() {
        return exact;
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

    /** Whether the subproblems shall smooth their own limits. */
    public boolean isSmooth() {
        return smoothing > 0;
    }

    /** Whether the answer must carry a {@link SmoothResponse}. */
    public boolean tellsReaction() {
        return smoothing > 0 || exact;
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
