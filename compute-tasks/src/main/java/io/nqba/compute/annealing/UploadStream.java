package io.nqba.compute.annealing;

import io.nqba.model.annealing.ProblemChunkKey;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.io.InputStream;
import org.apache.ignite.IgniteCache;

/** The pieces of an upload as one stream, fetched one by one: a problem of gigabytes never lies in the heap as text. */
final class UploadStream extends InputStream {
    private final IgniteCache<ProblemChunkKey, Object> uploads;
    private final String problemId;
    private final int pieces;
    private byte[] piece = {};
    private int at;
    private int next;

    UploadStream(IgniteCache<ProblemChunkKey, Object> uploads, String problemId, int pieces) {
        this.uploads = uploads;
        this.problemId = problemId;
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        while (at == piece.length) {
            if (next == pieces) {
                return false;
            }
            piece = fetch(next++);
            at = 0;
        }
        return true;
    }

    private byte[] fetch(int index) {
        Object found = uploads.get(new ProblemChunkKey(problemId, 0, index));
        if (found instanceof byte[] bytes) {
            return bytes;
        }
        throw new NqbaException(
                ErrorCode.NOT_FOUND,
                "Piece %d of %d of the upload (%s) is not there.".formatted(index + 1, pieces, problemId),
                "Upload the problem again; an upload is kept for six hours.");
    }
}
