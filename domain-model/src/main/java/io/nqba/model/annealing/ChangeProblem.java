package io.nqba.model.annealing;

import io.nqba.model.error.Require;
import java.util.List;

/**
 * Changes coefficients of a stored problem, all or none, and may ask for an answer to the changed problem at once: the node that owns
 * it searches on from the answers it knows.
 */
public final class ChangeProblem {
    private final String problemId;
    private final int expectedRevision;
    private final List<CoefficientEdit> edits;
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
        this.edits = List.copyOf(edits);
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
        return edits;
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
        return "ChangeProblem[%s, %d edits]".formatted(problemId, edits.size());
    }
}
