package io.nqba.console.annealing;

import org.jspecify.annotations.Nullable;

/**
 * An answer to a quadratic problem; its value was recomputed from the coefficients.
 *
 * @param runId the run that found it, null for an answer given with a change of coefficients
 * @param problemId the problem
 * @param revision revision of the problem that it answers
 * @param foundRound round in which it was found
 * @param foundMillis when it was found, milliseconds since the run started
 * @param foundNode id of the node that found it; empty for the exchange between nodes
 * @param bits one character, 0 or 1, for each variable in order; 0 stands for −1 where the domain is spins
 */
public record SolutionView(
        @Nullable String runId,
        String problemId,
        int revision,
        int variables,
        double value,
        int foundRound,
        long foundMillis,
        String foundNode,
        String bits) {}
