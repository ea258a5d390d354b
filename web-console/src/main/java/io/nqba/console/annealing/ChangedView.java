package io.nqba.console.annealing;

import org.jspecify.annotations.Nullable;

/**
 * What came of a change of coefficients.
 *
 * @param problem the new revision
 * @param solution best answer to it found in the time given, null where none was asked for
 * @param staleValue objective of the last known answer under the changed coefficients, null where none was known
 */
public record ChangedView(
        ProblemView problem,
        @Nullable SolutionView solution,
        @Nullable Double staleValue) {}
