package io.nqba.console.intake;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cuts one body into pieces of equal size, the last one shorter, and counts its bytes. Used once, by one body at a time. */
public final class PieceCutter {
    private static final int BUFFERS_AHEAD = 4;

    private final int pieceBytes;
    private final DataSize most;
    private final String setting;
    private final @Nullable MessageDigest digest;
    private byte[] piece = {};
    private int filled;
    private long total;

    /**
     * @param pieceBytes bytes of a piece
     * @param most largest body
     * @param setting what to set so that larger ones are taken
     * @param digest takes every byte, or null where nobody asks for it
     */
    public PieceCutter(int pieceBytes, DataSize most, String setting, @Nullable MessageDigest digest) {
        this.pieceBytes = pieceBytes;
        this.most = most;
        this.setting = setting;
        this.digest = digest;
    }

    /** Returns the pieces in order; takes no more of the body than is asked for. Fails with {@code TOO_LARGE}. */
    public Flux<byte[]> cut(Flux<DataBuffer> body) {
        // Copied at once, so that from here on nothing has to be released, whatever ends the body.
        return body.map(PieceCutter::bytes)
                .concatMapIterable(this::take, BUFFERS_AHEAD)
                .concatWith(Mono.fromSupplier(this::rest).filter(last -> last.length > 0));
    }

    /** Refuses a body that says itself that it is too large; -1 says nothing. */
    public static void checkDeclared(long bytes, DataSize most, String setting) {
        if (bytes > most.toBytes()) {
            throw tooLarge(most, setting);
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private List<byte[]> take(byte[] bytes) {
        total += bytes.length;
        checkDeclared(total, most, setting);
        List<byte[]> full = new ArrayList<>();
        int taken = 0;
        while (taken < bytes.length) {
            if (filled == 0) {
                piece = new byte[pieceBytes];
            }
            int count = Math.min(bytes.length - taken, pieceBytes - filled);
            System.arraycopy(bytes, taken, piece, filled, count);
            taken += count;
            filled += count;
            if (filled == pieceBytes) {
                full.add(piece);
                filled = 0;
            }
        }
        if (digest != null) {
            digest.update(bytes);
        }
        return full;
    }

    private byte[] rest() {
        return Arrays.copyOf(piece, filled);
    }

    private static NqbaException tooLarge(DataSize most, String setting) {
        return new NqbaException(
                ErrorCode.TOO_LARGE,
                "The body is larger than this console takes (%d MB).".formatted(most.toMegabytes()),
                "Send less, compressed where that is read, or start the console with a larger %s.".formatted(setting));
    }
}
