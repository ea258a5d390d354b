package io.nqba.compute.optimisation;

import java.io.Serial;

/** Tells a coordinator that another one has taken its run over. It stops without a trace: nothing it would write is wanted. */
final class SupersededException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    SupersededException(String runId, int attempt) {
        super("The run (%s) is no longer held by attempt %d.".formatted(runId, attempt));
    }
}
