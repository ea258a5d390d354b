package io.nqba.client;

import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.grid.CacheNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.ClientException;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.client.IgniteClientFuture;

/**
 * Puts a text into the grid piece by piece, a few of them on their way at a time: memory stays the same however long the text is.
 * Removes what it has put when it cannot finish.
 */
final class ProblemUpload {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int ON_THEIR_WAY = 4;

    private final ClientCache<ProblemChunkKey, byte[]> pieces;
    private final String problemId;
    private final Deque<IgniteClientFuture<Void>> sent = new ArrayDeque<>();
    private int count;

    ProblemUpload(IgniteClient client, String problemId) {
        this.pieces = client.cache(CacheNames.PROBLEM_UPLOAD);
        this.problemId = problemId;
    }

    /** Returns how many pieces the text made; an empty text makes one empty piece. */
    int put(InputStream text) throws IOException {
        try {
            do {
                byte[] piece = text.readNBytes(PIECE_BYTES);
                if (piece.length == 0 && count > 0) {
                    break;
                }
                if (sent.size() == ON_THEIR_WAY) {
                    sent.remove().get();
                }
                sent.add(pieces.putAsync(key(count++), piece));
            } while (true);
            while (!sent.isEmpty()) {
                sent.remove().get();
            }
            return count;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            abandon();
            throw new InterruptedIOException("The upload was interrupted.");
        } catch (ExecutionException failed) {
            abandon();
            throw GridRefusals.translate(failed);
        } catch (IOException | RuntimeException failed) {
            abandon();
            throw failed;
        }
    }

    /** What is on its way may arrive after the removal; the grid clears such leftovers by their age. */
    private void abandon() {
        try {
            pieces.removeAll(IntStream.range(0, count).mapToObj(this::key).collect(Collectors.toSet()));
        } catch (ClientException unreachable) {
            sent.clear();
        }
    }

    private ProblemChunkKey key(int index) {
        return new ProblemChunkKey(problemId, 0, index);
    }
}
