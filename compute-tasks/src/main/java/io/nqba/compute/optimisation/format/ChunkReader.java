package io.nqba.compute.optimisation.format;

import java.util.List;

/** Reads what {@link ChunkWriter} wrote. The bytes are known to be whole. */
final class ChunkReader {
    private final List<byte[]> chunks;
    private byte[] chunk = {};
    private int next;
    private int at;
    private int width;
    private long only;

    ChunkReader(List<byte[]> chunks) {
        this.chunks = chunks;
    }

    /** Reads a signed number of some bytes. */
    long fixed(int bytes) {
        long value = 0;
        for (int k = 0; k < bytes; k++) {
            value |= (take() & 0xffL) << (8 * k);
        }
        int unused = 64 - 8 * bytes;
        return value << unused >> unused;
    }

    /** Reads a number of groups of 7 bits. */
    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = take();
            value |= (group & 0x7fL) << shift;
            if (group >= 0) {
                return value;
            }
        }
    }

    /** Starts a row; returns whether its numbers fit {@code int}. */
    boolean startRow() {
        width = (int) fixed(1);
        only = width == 0 ? fixed(Long.BYTES) : 0;
        return width <= Integer.BYTES && only == (int) only;
    }

    /** Reads the row that was started, as far as its numbers fit. */
    int[] narrow(int length) {
        int[] values = new int[length];
        for (int k = 0; k < length; k++) {
            values[k] = (int) element();
        }
        return values;
    }

    /** Reads the row that was started. */
    long[] wide(int length) {
        long[] values = new long[length];
        for (int k = 0; k < length; k++) {
            values[k] = element();
        }
        return values;
    }

    /** Reads the row that was started, whose numbers are the bits of doubles. */
    double[] reals(int length) {
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            values[k] = Double.longBitsToDouble(element());
        }
        return values;
    }

    private long element() {
        return width == 0 ? only : fixed(width);
    }

    private byte take() {
        while (at == chunk.length) {
            chunk = chunks.get(next++);
            at = 0;
        }
        return chunk[at++];
    }
}
