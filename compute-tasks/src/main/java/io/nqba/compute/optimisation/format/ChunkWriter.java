package io.nqba.compute.optimisation.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Writes numbers into arrays of one size. */
final class ChunkWriter {
    private final int chunkBytes;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] chunk;
    private int filled;

    ChunkWriter(int chunkBytes) {
        if (chunkBytes < 1) {
            throw new IllegalArgumentException("The chunk size (%d bytes) must be positive.".formatted(chunkBytes));
        }
        this.chunkBytes = chunkBytes;
        this.chunk = new byte[Math.min(chunkBytes, 256)];
    }

    /** Writes the lowest bytes of a number, the lowest first. */
    void fixed(long value, int bytes) {
        for (int k = 0; k < bytes; k++) {
            put((byte) (value >>> (8 * k)));
        }
    }

    /** Writes a number that is not negative in groups of 7 bits, 1 byte for those below 128. */
    void number(long value) {
        long rest = value;
        while (rest >= 0x80) {
            put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    /** Writes numbers in the least width that holds all of them, which comes first; width 0 is one number for all. */
    void row(int length, IntToLongFunction values) {
        int width = width(length, values);
        fixed(width, 1);
        if (width == 0) {
            fixed(length == 0 ? 0 : values.applyAsLong(0), Long.BYTES);
            return;
        }
        for (int k = 0; k < length; k++) {
            fixed(values.applyAsLong(k), width);
        }
    }

    private static int width(int length, IntToLongFunction values) {
        long first = length == 0 ? 0 : values.applyAsLong(0);
        boolean same = true;
        int width = 1;
        for (int k = 0; k < length; k++) {
            long value = values.applyAsLong(k);
            same &= value == first;
            while (width < Long.BYTES && value != value << (64 - 8 * width) >> (64 - 8 * width)) {
                width *= 2;
            }
        }
        return same ? 0 : width;
    }

    List<byte[]> chunks() {
        List<byte[]> chunks = new ArrayList<>(full);
        if (filled > 0) {
            chunks.add(Arrays.copyOf(chunk, filled));
        }
        return chunks;
    }

    private void put(byte next) {
        if (filled == chunk.length) {
            grow();
        }
        chunk[filled++] = next;
    }

    private void grow() {
        if (filled == chunkBytes) {
            full.add(chunk);
            chunk = new byte[chunkBytes];
            filled = 0;
            return;
        }
        chunk = Arrays.copyOf(chunk, Math.min(chunkBytes, 2 * filled));
    }
}
