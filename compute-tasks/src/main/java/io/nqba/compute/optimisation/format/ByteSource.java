package io.nqba.compute.optimisation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The bytes of a document after decompression, counted against the limit, with a look ahead. */
final class ByteSource extends InputStream {
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final long mostBytes;
    private final byte[] buffer = new byte[BUFFER];
    private long count;
    private int at;
    private int end;

    private ByteSource(InputStream in, long mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** Opens a document, decompressing it where it starts with gzip's two magic bytes. */
    static ByteSource open(InputStream in, long mostBytes) throws IOException {
        byte[] start = in.readNBytes(2);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
        boolean packed = Arrays.equals(start, GZIP_MAGIC);
        return new ByteSource(packed ? new GunzipStream(whole) : whole, mostBytes);
    }

    /** Returns the first bytes, up to 64 kB, without taking them. To be called before anything is read. */
    byte[] peek() throws IOException {
        while (end < buffer.length) {
            int more = in.read(buffer, end, buffer.length - end);
            if (more < 0) {
                break;
            }
            end += more;
        }
        count = end;
        requireRoom();
        return Arrays.copyOf(buffer, end);
    }

    @Override
    public int read() throws IOException {
        return at < end || refill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !refill()) {
            return -1;
        }
        int taken = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean refill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        count += end;
        requireRoom();
        return end > 0;
    }

    private void requireRoom() {
        if (count > mostBytes) {
            throw Refusal.of(
                    "The document has more than %d bytes after decompression, the most that are read."
                            .formatted(mostBytes),
                    "Send a smaller problem, or let an operator raise the limit of bytes.");
        }
    }
}
