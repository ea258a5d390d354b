package io.nqba.compute.optimisation.format;

import io.nqba.model.error.NqbaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) member by member. The JDK's own stream takes garbage behind a member for the end, and a further member
 * for garbage when it has not arrived yet; here both length and checksum of each member count, and whatever follows is a member or
 * refused.
 */
final class GunzipStream extends InputStream {
    private static final int CHECKSUM_FLAG = 2;
    private static final int EXTRA_FLAG = 4;
    private static final int NAME_FLAG = 8;
    private static final int COMMENT_FLAG = 16;
    private static final int KNOWN_FLAGS = 0x1f;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int at;
    private int end;
    private long before;
    private boolean ended;

    GunzipStream(InputStream in) throws IOException {
        this.in = in;
        header(next());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw corrupt("ask for a dictionary");
            } else {
                feed();
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw corrupt("cannot be decompressed");
        }
    }

    /** Hands the rest of the buffer to the inflater, or the next one. */
    private void feed() throws IOException {
        if (at == end && !refill()) {
            throw truncated();
        }
        inflater.setInput(packed, at, end - at);
        at = end;
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        long length = inflater.getBytesWritten();
        long expectedChecksum = number(4);
        long expectedLength = number(4);
        if (expectedChecksum != checksum.getValue() || expectedLength != (length & 0xffff_ffffL)) {
            throw corrupt("do not match their checksum");
        }
        inflater.reset();
        checksum.reset();
        int following = next();
        ended = following < 0;
        if (!ended) {
            header(following);
        }
    }

    private void header(int first) throws IOException {
        if (first != 0x1f || required() != 0x8b || required() != 8) {
            throw Refusal.of(
                    "The gzip data are followed by something else at byte %d.".formatted(position() - 1),
                    "Send one gzip file, with nothing behind it.");
        }
        int flags = required();
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw corrupt("carry unknown flags");
        }
        number(4);
        number(2);
        if ((flags & EXTRA_FLAG) != 0) {
            for (long rest = number(2); rest > 0; rest--) {
                required();
            }
        }
        skipText(flags & NAME_FLAG);
        skipText(flags & COMMENT_FLAG);
        if ((flags & CHECKSUM_FLAG) != 0) {
            number(2);
        }
    }

    private void skipText(int flag) throws IOException {
        for (int letter = flag; letter != 0; ) {
            letter = required();
        }
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int k = 0; k < bytes; k++) {
            number |= (long) required() << (8 * k);
        }
        return number;
    }

    private int required() throws IOException {
        int next = next();
        if (next < 0) {
            throw truncated();
        }
        return next;
    }

    private int next() throws IOException {
        return at < end || refill() ? packed[at++] & 0xff : -1;
    }

    private boolean refill() throws IOException {
        before += end;
        at = 0;
        end = Math.max(0, in.read(packed));
        return end > 0;
    }

    private long position() {
        return before + at;
    }

    private NqbaException corrupt(String what) {
        return Refusal.of(
                "The gzip data %s (near byte %d).".formatted(what, position()),
                "Compress the document again and compare its size after the transfer.");
    }

    private NqbaException truncated() {
        return Refusal.of(
                "The gzip data end after %d bytes, before their checksum.".formatted(position()),
                "The transfer was cut off: send the whole file again.");
    }
}
