package io.nqba.console.annealing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The pieces of one body on their way into the grid. A few travel at a time, and no more of the body is taken meanwhile: so
 * the console's memory does not depend on the size of the body, and a slow grid slows the sender.
 */
final class Upload {
    /** Bytes of a piece: large enough that its round trip costs little, small enough that some fit a small heap. */
    static final int PIECE_BYTES = 1 << 20;

    private static final int AT_ONCE = 4;

    private final ProblemGateway problems;
    private final String problemId;
    private final Map<Integer, CompletableFuture<Void>> travelling = new ConcurrentHashMap<>();
    private volatile int pieces;
    private volatile boolean handedOver;

    Upload(ProblemGateway problems, String problemId) {
        this.problems = problems;
        this.problemId = problemId;
    }

    String problemId() {
        return problemId;
    }

    /** Stores the pieces; returns how many there were. */
    Mono<Integer> write(Flux<byte[]> body) {
        return body.index()
                .flatMap(piece -> put(Math.toIntExact(piece.getT1()), piece.getT2()), AT_ONCE, 1)
                .then(Mono.fromSupplier(() -> pieces));
    }

    /** Says that a node takes care of the pieces from now on. */
    void handOver() {
        handedOver = true;
    }

    /** Removes what was stored, unless a node takes care of it. Pieces still travelling are waited for: none arrives later. */
    Mono<Void> remove() {
        return Mono.defer(() -> handedOver
                ? Mono.<Void>empty()
                : Flux.fromIterable(List.copyOf(travelling.values()))
                        .flatMap(piece -> Mono.fromFuture(piece, true).onErrorComplete())
                        .then(Mono.defer(() -> problems.removePieces(problemId, pieces))));
    }

    private Mono<Void> put(int index, byte[] bytes) {
        return Mono.defer(() -> {
            pieces = index + 1;
            CompletableFuture<Void> stored =
                    problems.putPiece(problemId, index, bytes).toFuture();
            travelling.put(index, stored);
            // Not on cancel: then it still travels.
            return Mono.fromFuture(stored, true).doOnTerminate(() -> travelling.remove(index));
        });
    }
}
