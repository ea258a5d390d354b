package io.nqba.compute.annealing;

import java.io.Serial;

/** A piece of a problem is not where its row says: the row that was read is out of date. */
final class MissingPieceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingPieceException(String problemId, int revision, int index) {
        super("Piece %d of revision %d of the problem (%s) is missing.".formatted(index, revision, problemId));
    }
}
