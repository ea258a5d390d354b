package io.nqba.compute.annealing;

import java.io.Serial;

/** Something is not where a row says it is: the row that was read is out of date. */
final class MissingPieceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingPieceException(String key) {
        super("The answers at %s are missing.".formatted(key));
    }

    MissingPieceException(String problemId, int revision, int index) {
        super("Piece %d of revision %d of the problem (%s) is missing.".formatted(index, revision, problemId));
    }
}
