package io.nqba.compute.kernel.annealing.dense;

import io.nqba.compute.kernel.annealing.IsingModel;
import org.jspecify.annotations.Nullable;

/**
 * An Ising model as a full matrix in the narrowest type that holds its weights: bytes where all lie within ±127, else 16 or 32 bits.
 * Rows are padded to a multiple of 32 entries, so that a pass needs no remainder loop. Weights can change; the states on it must be
 * told.
 *
 * <p>The byte rows of n = 5000 take 25 MB, which stays in a 32 MB cache; {@code int} rows would not.
 */
final class DenseModel {
    static final int PADDING = 32;

    private final int size;
    private final int stride;
    private final int[] field;
    private final byte @Nullable [] bytes;
    private final short @Nullable [] shorts;
    private final int @Nullable [] ints;
    private int largestWeight;
    private long largestField;

    DenseModel(IsingModel model) {
        this.size = model.size();
        this.stride = stride(size);
        this.field = model.field().clone();
        int largest = 0;
        for (int weight : model.weight()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        this.largestWeight = largest;
        this.bytes = largest <= Byte.MAX_VALUE ? new byte[size * stride] : null;
        this.shorts = bytes == null && largest <= Short.MAX_VALUE ? new short[size * stride] : null;
        this.ints = bytes == null && shorts == null ? new int[size * stride] : null;
        long[] reach = new long[size];
        for (int i = 0; i < size; i++) {
            reach[i] += Math.abs(field[i]);
            for (int k = model.start()[i]; k < model.start()[i + 1]; k++) {
                int j = model.column()[k];
                set(i, j, model.weight()[k]);
                set(j, i, model.weight()[k]);
                reach[i] += Math.abs(model.weight()[k]);
                reach[j] += Math.abs(model.weight()[k]);
            }
        }
        long widest = 0;
        for (long each : reach) {
            widest = Math.max(widest, each);
        }
        this.largestField = widest;
    }

    /** Returns whether a matrix of {@code size} rows fits one array. */
    static boolean fits(int size) {
        return (long) size * stride(size) < Integer.MAX_VALUE - 8;
    }

    private static int stride(int size) {
        return (size + PADDING - 1) / PADDING * PADDING;
    }

    private void set(int i, int j, int weight) {
        int at = i * stride + j;
        if (bytes != null) {
            bytes[at] = (byte) weight;
        } else if (shorts != null) {
            shorts[at] = (short) weight;
        } else if (ints != null) {
            ints[at] = weight;
        }
    }

    int size() {
        return size;
    }

    int stride() {
        return stride;
    }

    /** Returns the fields of the model, without couplings; not a copy. */
    int[] field() {
        return field;
    }

    /** Returns the weight between two variables; 0 on the diagonal. */
    int weight(int i, int j) {
        int at = i * stride + j;
        if (bytes != null) {
            return bytes[at];
        }
        if (shorts != null) {
            return shorts[at];
        }
        return ints != null ? ints[at] : 0;
    }

    /** Returns whether the rows' type holds this weight. */
    boolean holds(int weight) {
        int most = bytes != null ? Byte.MAX_VALUE : shorts != null ? Short.MAX_VALUE : Integer.MAX_VALUE;
        return Math.abs(weight) <= most;
    }

    void changeField(int i, int difference) {
        field[i] += difference;
        largestField += Math.abs(difference);
    }

    void changeWeight(int i, int j, int difference) {
        int weight = weight(i, j) + difference;
        set(i, j, weight);
        set(j, i, weight);
        largestWeight = Math.max(largestWeight, Math.abs(weight));
        largestField += Math.abs(difference);
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    short @Nullable [] shorts() {
        return shorts;
    }

    int @Nullable [] ints() {
        return ints;
    }

    int largestWeight() {
        return largestWeight;
    }

    /** Returns the most a local field can reach in any state. */
    long largestField() {
        return largestField;
    }
}
