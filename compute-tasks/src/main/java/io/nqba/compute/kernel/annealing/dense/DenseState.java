package io.nqba.compute.kernel.annealing.dense;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A state of a dense model with its local fields f[i] = h[i] + Σ J[i][j]·s[j] and its value. A flip is one pass over a row.
 *
 * <p>Fields take 16 bits as long as that is proven safe. Where the largest possible field is too wide, the proof is a window: a flip
 * moves a field by at most 2·max|J|, so a state whose widest field leaves room for k such steps needs its next look after k flips.
 * Search states stay far below the largest possible field (at n = 5000 and half of the pairs, 10,000 against 130,000). A state that
 * runs out of room widens to 32 bits for good and goes on with the same bits.
 */
final class DenseState {
    /** A window of fewer flips than this costs more in looks than 16 bits gain. */
    private static final int SHORTEST_WINDOW = 16;

    private final DenseModel model;
    private final DensePass pass;
    private final int maxNarrowField;
    private short @Nullable [] field;
    private short @Nullable [] spin;
    private short @Nullable [] floor;
    private int @Nullable [] wideField;
    private int @Nullable [] wideSpin;
    private int @Nullable [] wideFloor;
    private long value;
    private int window;

    /** Starts with all spins at +1. Cost O(n²). */
    DenseState(DenseModel model, DensePass pass) {
        this(model, pass, Short.MAX_VALUE - 1);
    }

    /** @param maxNarrowField widest field that may be kept in 16 bits; smaller than 32766 only to try the widening */
    DenseState(DenseModel model, DensePass pass, int maxNarrowField) {
        this.model = model;
        this.pass = pass;
        this.maxNarrowField = maxNarrowField;
        int stride = model.stride();
        wideField = new int[stride];
        wideSpin = new int[stride];
        wideFloor = new int[stride];
        Arrays.fill(wideSpin, 1);
        Arrays.fill(wideFloor, 0, model.size(), Integer.MIN_VALUE);
        Arrays.fill(wideFloor, model.size(), stride, Integer.MAX_VALUE);
        long sum = 0;
        for (int i = 0; i < model.size(); i++) {
            int row = 0;
            for (int j = 0; j < model.size(); j++) {
                row += model.weight(i, j);
            }
            wideField[i] = model.field()[i] + row;
            sum += 2L * model.field()[i] + row;
        }
        value = sum / 2;
        narrow(wideField);
    }

    /** Copies spins, fields and value; nothing is forbidden in the copy. */
    DenseState(DenseState other) {
        model = other.model;
        pass = other.pass;
        maxNarrowField = other.maxNarrowField;
        copy(other);
    }

    /** Takes over spins, fields and value; what is forbidden here stays so. */
    void copy(DenseState other) {
        value = other.value;
        window = other.window;
        if (other.field != null && other.spin != null) {
            if (field == null || spin == null) {
                field = other.field.clone();
                spin = other.spin.clone();
                floor = narrowFloor(wideFloor);
                wideField = null;
                wideSpin = null;
                wideFloor = null;
                return;
            }
            System.arraycopy(other.field, 0, field, 0, field.length);
            System.arraycopy(other.spin, 0, spin, 0, spin.length);
            return;
        }
        widen();
        System.arraycopy(present(other.wideField), 0, present(wideField), 0, model.stride());
        System.arraycopy(present(other.wideSpin), 0, present(wideSpin), 0, model.stride());
    }

    int size() {
        return model.size();
    }

    long value() {
        return value;
    }

    boolean isNarrow() {
        return field != null;
    }

    int spin(int i) {
        return spin != null ? spin[i] : present(wideSpin)[i];
    }

    int field(int i) {
        return field != null ? field[i] : present(wideField)[i];
    }

    /** Returns half of what a flip of {@code i} takes from the value. */
    int cost(int i) {
        return spin(i) * field(i);
    }

    void forbid(int i) {
        if (floor != null) {
            floor[i] = Short.MAX_VALUE;
        } else {
            present(wideFloor)[i] = Integer.MAX_VALUE;
        }
    }

    void free(int i) {
        if (floor != null) {
            floor[i] = Short.MIN_VALUE;
        } else {
            present(wideFloor)[i] = Integer.MIN_VALUE;
        }
    }

    void freeAll() {
        if (floor != null) {
            Arrays.fill(floor, 0, model.size(), Short.MIN_VALUE);
        } else {
            Arrays.fill(present(wideFloor), 0, model.size(), Integer.MIN_VALUE);
        }
    }

    void forbidAll() {
        if (floor != null) {
            Arrays.fill(floor, Short.MAX_VALUE);
        } else {
            Arrays.fill(present(wideFloor), Integer.MAX_VALUE);
        }
    }

    /** Returns the cheapest flips as they stand; see {@link DensePass} for the packing. */
    long scan() {
        return pass(0, 0);
    }

    /** Flips {@code i} and returns the cheapest flips after it. */
    long flip(int i) {
        int old = spin(i);
        value -= 2L * old * field(i);
        if (spin != null) {
            spin[i] = (short) -old;
            if (--window <= 0) {
                openWindow();
            }
        } else {
            present(wideSpin)[i] = -old;
        }
        return pass(i, -2 * old);
    }

    /** Returns the lowest index of the flip with this cost. */
    int indexOfCost(int cost) {
        int i = 0;
        while (cost(i) != cost) {
            i++;
        }
        return i;
    }

    /** Writes the spins as bytes of -1 and +1. */
    byte[] spins() {
        byte[] spins = new byte[model.size()];
        for (int i = 0; i < spins.length; i++) {
            spins[i] = (byte) spin(i);
        }
        return spins;
    }

    int distance(DenseState other) {
        int distance = 0;
        for (int i = 0; i < model.size(); i++) {
            distance += spin(i) != other.spin(i) ? 1 : 0;
        }
        return distance;
    }

    /** Adds to fields and value what changed fields (both variables the same) and couplings change. */
    void change(int[] first, int[] second, int[] difference) {
        for (int c = 0; c < first.length; c++) {
            if (first[c] == second[c]) {
                changeField(first[c], difference[c]);
            } else {
                changeWeight(first[c], second[c], difference[c]);
            }
        }
    }

    /** Adds to fields and value what a changed linear coefficient changes. */
    void changeField(int i, int difference) {
        value += (long) spin(i) * difference;
        shift(i, difference);
    }

    /** Adds to fields and value what a changed coupling changes. */
    void changeWeight(int i, int j, int difference) {
        value += (long) spin(i) * spin(j) * difference;
        shift(i, difference * spin(j));
        shift(j, difference * spin(i));
    }

    private void shift(int i, int difference) {
        if (field != null && Math.abs(field[i] + difference) > maxNarrowField) {
            widen();
        }
        if (field != null) {
            field[i] = (short) (field[i] + difference);
            // What the window promised no longer holds: look again before the next flip.
            window = 0;
        } else {
            present(wideField)[i] += difference;
        }
    }

    private long pass(int row, int factor) {
        int offset = row * model.stride();
        if (field != null && spin != null && floor != null) {
            return pass.flip(field, present(model.bytes()), offset, factor, spin, floor);
        }
        int[] fields = present(wideField);
        if (model.bytes() != null) {
            return pass.flip(fields, model.bytes(), offset, factor, present(wideSpin), present(wideFloor));
        }
        if (model.shorts() != null) {
            return pass.flip(fields, model.shorts(), offset, factor, present(wideSpin), present(wideFloor));
        }
        return pass.flip(fields, present(model.ints()), offset, factor, present(wideSpin), present(wideFloor));
    }

    private void openWindow() {
        if (model.largestField() <= maxNarrowField) {
            window = Integer.MAX_VALUE;
            return;
        }
        window = room(pass.widest(present(field)));
        if (window < SHORTEST_WINDOW) {
            widen();
        }
    }

    private int room(int widest) {
        return (maxNarrowField - widest) / (2 * Math.max(1, model.largestWeight()));
    }

    private void narrow(int[] fields) {
        int widest = 0;
        for (int each : fields) {
            widest = Math.max(widest, Math.abs(each));
        }
        // Any state is a start; one with all spins equal may be wide where the search's states are not. Room for one
        // flip will do.
        if (model.bytes() == null || widest > maxNarrowField - 2 * SHORTEST_WINDOW * model.largestWeight()) {
            return;
        }
        field = new short[fields.length];
        spin = new short[fields.length];
        for (int i = 0; i < fields.length; i++) {
            field[i] = (short) fields[i];
            spin[i] = (short) present(wideSpin)[i];
        }
        floor = narrowFloor(wideFloor);
        wideField = null;
        wideSpin = null;
        wideFloor = null;
        window = 0;
    }

    /** Turns to 16 bits where the state now allows it; a search calls it once its states have become ordinary. */
    void tryNarrow() {
        if (wideField != null) {
            narrow(wideField);
        }
    }

    private short[] narrowFloor(int @Nullable [] wide) {
        short[] floors = new short[model.stride()];
        for (int i = 0; i < floors.length; i++) {
            boolean forbidden = wide == null ? i >= model.size() : wide[i] == Integer.MAX_VALUE;
            floors[i] = forbidden ? Short.MAX_VALUE : Short.MIN_VALUE;
        }
        return floors;
    }

    private void widen() {
        if (wideField != null) {
            return;
        }
        int stride = model.stride();
        wideField = new int[stride];
        wideSpin = new int[stride];
        wideFloor = new int[stride];
        for (int i = 0; i < stride; i++) {
            wideField[i] = field == null ? 0 : field[i];
            wideSpin[i] = spin == null ? 1 : spin[i];
            boolean forbidden = floor == null ? i >= model.size() : floor[i] == Short.MAX_VALUE;
            wideFloor[i] = forbidden ? Integer.MAX_VALUE : Integer.MIN_VALUE;
        }
        field = null;
        spin = null;
        floor = null;
    }

    private static <T> T present(@Nullable T array) {
        if (array == null) {
            throw new IllegalStateException("The state has no fields of this width.");
        }
        return array;
    }
}
