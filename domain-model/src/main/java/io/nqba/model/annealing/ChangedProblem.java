package io.nqba.model.annealing;

import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link ChangeProblem}.
 */
public final class ChangedProblem {
    private final StoredProblem problem;
    private final @Nullable AnnealingSolution solution;
    private final double staleValue;

    /**
     * @param problem the new revision
     * @param solution best answer to it found in the time given, null where none was asked for
     * @param staleValue objective of the last known answer under the changed coefficients; NaN where none was known
     */
    public ChangedProblem(StoredProblem problem, @Nullable AnnealingSolution solution, double staleValue) {
        this.problem = problem;
        this.solution = solution;
        this.staleValue = staleValue;
    }

    /** Returns the new revision. */
    public StoredProblem problem() {
        return problem;
    }

    /** Returns best answer to it found in the time given, null where none was asked for. */
    public @Nullable AnnealingSolution solution() {
        return solution;
    }

    /** Returns objective of the last known answer under the changed coefficients; NaN where none was known. */
    public double staleValue() {
        return staleValue;
    }

    @Override
    public String toString() {
        return "ChangedProblem[%s]".formatted(problem);
    }
}
