package io.nqba.compute.kernel.annealing.sparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A state worth keeping, with its value. The spins are never changed. */
final class Elite {
    private static final Comparator<Elite> BY_VALUE = Comparator.comparingLong((Elite elite) -> elite.value);

    private final byte[] spins;
    private final long value;

    /** Keeps the array itself. */
    Elite(byte[] spins, long value) {
        this.spins = spins;
        this.value = value;
    }

    /** Keeps a copy of what the state is now. */
    static Elite of(SparseState state) {
        return new Elite(state.spin.clone(), state.value);
    }

    byte[] spins() {
        return spins;
    }

    boolean isSame(Elite other) {
        return value == other.value && Arrays.equals(spins, other.spins);
    }

    long value() {
        return value;
    }

    /**
     * Adds an elite that is not in the pool yet; the worst leaves a pool that gets too large.
     *
     * @return whether it is new in the pool
     */
    static boolean join(List<Elite> pool, Elite elite, int most) {
        if (pool.stream().anyMatch(elite::isSame)) {
            return false;
        }
        pool.add(elite);
        return pool.size() <= most || !pool.remove(pool.stream().min(BY_VALUE).orElseThrow()) || pool.contains(elite);
    }

    /** Returns copies of the best states that differ, the best first. */
    static List<byte[]> best(List<Elite> all, int count) {
        List<Elite> different = new ArrayList<>();
        for (Elite elite : all.stream().sorted(BY_VALUE.reversed()).toList()) {
            if (different.size() < count && different.stream().noneMatch(elite::isSame)) {
                different.add(elite);
            }
        }
        return different.stream().map(elite -> elite.spins.clone()).toList();
    }
}
