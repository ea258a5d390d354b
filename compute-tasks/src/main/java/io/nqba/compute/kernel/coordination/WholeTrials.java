package io.nqba.compute.kernel.coordination;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a coordination with whole decisions: once the relaxed problem has closed, settle them near its answer, coordinate
 * the continuous rest, and try other ones while the gap is open. Crosses the grid wire as part of its owner.
 *
 * <p>With many subproblems the relaxed answer is all but whole already (Shapley and Folkman: as many subproblems as there are shared
 * rows are split), so few trials are enough; the bound is that of the relaxation and stays valid whatever is settled.
 */
final class WholeTrials implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_TRIALS = 4;
    private static final int MOST_ROUNDS_OF_A_TRIAL = 40;
    /** What the relaxation, or a trial, may leave open, as a share of the target. */
    private static final double SHARE = 0.25;

    private @Nullable Commitment commitment;
    private int rounds;
    private double value;
    private double bound;
    private boolean over;

    /** How the next question settles whole decisions; null while they are open. */
    @Nullable
    Commitment commitment() {
        return commitment;
    }

    /** Whether all trials have been made. */
    boolean over() {
        return over;
    }

    /** Settles the decisions for the first time. */
    void begin(Question question) {
        start(new Commitment(question.price(), question.smoothing(), 1));
    }

    private void start(Commitment next) {
        commitment = next;
        rounds = 0;
        value = Double.POSITIVE_INFINITY;
        bound = Double.NEGATIVE_INFINITY;
    }

    /** Ends the search where nothing is left to coordinate. */
    void end() {
        over = true;
    }

    /**
     * Takes value and bound of a round under the present commitment and returns whether the next round begins another one.
     *
     * @param best least value of the run so far
     * @param allowed what value and bound of the whole run may differ by
     */
    boolean next(double newValue, double newBound, double best, double allowed) {
        Commitment present = commitment;
        rounds++;
        value = Math.min(value, newValue);
        bound = Math.max(bound, newBound);
        // A trial whose own bound has come up to the best value cannot win any more.
        boolean open = Math.min(value, best) - bound > SHARE * allowed && rounds < MOST_ROUNDS_OF_A_TRIAL;
        if (present == null || open) {
            return false;
        }
        if (present.trial() >= MOST_TRIALS) {
            over = true;
            return false;
        }
        start(new Commitment(present.price(), present.smoothing(), present.trial() + 1));
        return true;
    }

    /** Whether a relaxation whose value and bound differ by {@code open} is close enough to settle decisions by. */
    static boolean isTime(double open, double allowed) {
        return open <= SHARE * allowed;
    }
}
