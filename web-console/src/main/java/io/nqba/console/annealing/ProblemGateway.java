package io.nqba.console.annealing;

import io.nqba.console.paging.Page;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ImportProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about quadratic problems. Nothing here blocks. When the grid does not answer, each
 * call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 *
 * <p>A problem comes in as pieces of its text, which the node that owns it reads: the console never holds more than a few.
 */
public interface ProblemGateway {
    /** Completes empty when the problem is unknown. */
    Mono<ProblemView> find(String problemId);

    /**
     * Returns the names of a problem's variables in order, each as the JSON text that it was written as; none where it has none.
     */
    Flux<String> labels(ProblemView problem);

    /**
     * Lists problems, newest first.
     *
     * @param cursor {@code next} of the previous page, or null for the first
     * @param limit most items of the page
     */
    Mono<Page<ProblemView>> list(@Nullable String cursor, int limit);

    /**
     * Stores a piece of a problem's text. Pieces that nobody asks to import go by themselves after an hour.
     *
     * @param problemId id that the problem shall have
     * @param index 0, 1, 2 … without gaps
     */
    Mono<Void> putPiece(String problemId, int index, byte[] bytes);

    /** Removes the pieces 0 to {@code pieces} - 1; those that are gone already do no harm. */
    Mono<Void> removePieces(String problemId, int pieces);

    /**
     * Reads the pieces as a problem and stores it; the pieces are gone afterwards, whether it could be read or not. Fails
     * with the node's refusal, {@code INVALID_PROBLEM} or {@code INVALID_DATA}.
     *
     * @param patience longest wait for the node
     */
    Mono<ProblemView> importPieces(ImportProblem order, Duration patience);

    /** Changes coefficients, all or none. Fails with {@code NOT_FOUND}, {@code CONFLICT} or the node's refusal of an edit. */
    Mono<ChangedView> change(ChangeProblem change);

    /** Removes a problem that no run needs any more. Fails with {@code NOT_FOUND} or {@code CONFLICT}. */
    Mono<ProblemView> remove(String problemId);
}
