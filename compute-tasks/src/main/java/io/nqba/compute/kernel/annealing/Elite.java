package io.nqba.compute.kernel.annealing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer: n bits, packed, with its value. Crosses the grid wire (n/8 bytes and two numbers). */
public final class Elite {
    private final int size;
    private final long[] words;
    private final long exactValue;
    private final double value;

    /**
     * @param bits shape {@code [n]}, 0 or 1
     * @param exactValue objective times the problem's divisor; 0 where the problem is real
     * @param value objective
     */
    Elite(byte[] bits, long exactValue, double value) {
        this.size = bits.length;
        this.words = new long[(bits.length + 63) >>> 6];
        for (int i = 0; i < bits.length; i++) {
            words[i >>> 6] |= (long) bits[i] << i;
        }
        this.exactValue = exactValue;
        this.value = value;
    }

    /** Returns the number of variables. */
    public int size() {
        return size;
    }

    /** Returns the bits, one byte each, shape {@code [n]}. */
    public byte[] bits() {
        byte[] bits = new byte[size];
        for (int i = 0; i < size; i++) {
            bits[i] = (byte) (words[i >>> 6] >>> i & 1);
        }
        return bits;
    }

    /** Returns the packed bits, bit i in word i/64, a copy. */
    public long[] words() {
        return words.clone();
    }

    /** Returns the objective times the problem's divisor; 0 where the problem is real. */
    public long exactValue() {
        return exactValue;
    }

    public double value() {
        return value;
    }

    /** Returns in how many variables the two differ. */
    public int distance(Elite other) {
        int distance = 0;
        for (int w = 0; w < words.length; w++) {
            distance += Long.bitCount(words[w] ^ other.words[w]);
        }
        return distance;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Elite that
                && size == that.size
                && exactValue == that.exactValue
                && Double.compare(value, that.value) == 0
                && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "Elite[n=%d, value=%s]".formatted(size, value);
    }
}
