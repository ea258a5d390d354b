package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes coefficients of a stored problem, all or none, and may ask for an answer to the changed problem at once: the node that owns
 * it searches on from the answers it knows.
 */
public final class ChangeProblem {
    private final String problemId;
    private final int expectedRevision;
    // Arrays instead of a list: thousands of small objects would cost more to send than to answer.
    private final int[] first;
    private final int[] second;
    private final double[] amount;
    private final boolean[] added;
    private final long answerMillis;
    private final String requestedBy;

    /**
     * @param problemId the {@link StoredProblem}
     * @param expectedRevision revision that the change is based on; 0 for whichever is stored
     * @param edits what changes, at least one
     * @param answerMillis how long to search for an answer, milliseconds; 0 for none
     * @param requestedBy name of the account that asks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ChangeProblem(
            String problemId,
            int expectedRevision,
            List<CoefficientEdit> edits,
            long answerMillis,
            String requestedBy) {
        this.problemId = Require.text("problemId", problemId);
        this.expectedRevision = (int) Require.within("expectedRevision", expectedRevision, 0, Integer.MAX_VALUE);
        this.first = new int[edits.size()];
        this.second = new int[first.length];
        this.amount = new double[first.length];
        this.added = new boolean[first.length];
        for (int k = 0; k < first.length; k++) {
            CoefficientEdit edit = edits.get(k);
            first[k] = edit.first();
            second[k] = edit.second();
            amount[k] = edit.amount();
            added[k] = edit.added();
        }
        this.answerMillis = Require.within("answerMillis", answerMillis, 0, 10_000);
        this.requestedBy = Require.text("requestedBy", requestedBy);
    }

    /** Returns the {@link StoredProblem}. */
    public String problemId() {
        return problemId;
    }

    /** Returns revision that the change is based on; 0 for whichever is stored. */
    public int expectedRevision() {
        return expectedRevision;
    }

    /** Returns what changes, at least one. */
    public List<CoefficientEdit> edits() {
        List<CoefficientEdit> edits = new ArrayList<>(first.length);
        for (int k = 0; k < first.length; k++) {
            edits.add(new CoefficientEdit(first[k], second[k], amount[k], added[k]));
        }
        return List.copyOf(edits);
    }

    /** Returns how long to search for an answer, milliseconds; 0 for none. */
    public long answerMillis() {
        return answerMillis;
    }

    /** Returns name of the account that asks. */
    public String requestedBy() {
        return requestedBy;
    }

    @Override
    public String toString() {
        return "ChangeProblem[%s, %d edits]".formatted(problemId, first.length);
    }
}
