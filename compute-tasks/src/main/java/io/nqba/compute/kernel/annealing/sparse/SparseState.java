package io.nqba.compute.kernel.annealing.sparse;

import java.util.Arrays;

/**
 * A state of a sparse model with its local fields f[i] = h[i] + Σ J[i][j]·s[j] and its value. A flip costs its degree. Arrays are open
 * to the package's loops.
 */
final class SparseState {
    final byte[] spin;
    final int[] field;
    long value;
    private final SparseModel model;

    /** Starts with all spins at +1. */
    SparseState(SparseModel model) {
        this.model = model;
        this.spin = new byte[model.size()];
        this.field = new int[model.size()];
        Arrays.fill(spin, (byte) 1);
        recompute();
    }

    void copy(SparseState other) {
        System.arraycopy(other.spin, 0, spin, 0, spin.length);
        System.arraycopy(other.field, 0, field, 0, field.length);
        value = other.value;
    }

    /** Takes over foreign spins. Cost O(n + m). */
    void set(byte[] spins) {
        System.arraycopy(spins, 0, spin, 0, spin.length);
        recompute();
    }

    void flip(int i) {
        int changed = -spin[i];
        value += 2L * changed * field[i];
        spin[i] = (byte) changed;
        int[] link = model.link();
        int end = model.start()[i + 1];
        for (int k = model.start()[i]; k < end; k += 2) {
            field[link[k]] += 2 * changed * link[k + 1];
        }
    }

    /** Flips whatever gains until nothing does. */
    void quench() {
        boolean gained = true;
        while (gained) {
            gained = false;
            for (int i = 0; i < spin.length; i++) {
                if (spin[i] * field[i] < 0) {
                    flip(i);
                    gained = true;
                }
            }
        }
    }

    /** Returns what this state would be if it were quenched now. */
    SparseState quenched() {
        SparseState settled = new SparseState(model);
        settled.copy(this);
        settled.quench();
        return settled;
    }

    private void recompute() {
        int[] start = model.start();
        int[] link = model.link();
        long sum = 0;
        for (int i = 0; i < spin.length; i++) {
            int own = model.ising().field()[i];
            int row = own;
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                row += link[k + 1] * spin[link[k]];
            }
            field[i] = row;
            sum += (long) spin[i] * (row + own);
        }
        value = sum / 2;
    }
}
