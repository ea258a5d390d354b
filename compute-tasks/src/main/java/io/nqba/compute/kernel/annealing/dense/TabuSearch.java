package io.nqba.compute.kernel.annealing.dense;

import io.nqba.compute.kernel.annealing.SearchLimits;
import io.nqba.compute.kernel.annealing.SplitMix;
import java.util.Arrays;

/**
 * One-flip tabu search: always takes the cheapest flip that is not forbidden, and forbids it for n/100 + 1..10 flips. A forbidden flip
 * is taken when it leads above everything seen. Expiry is a ring of buckets: O(1) a flip instead of a comparison per variable.
 *
 * <p>Source: F. Glover, Z. Lü, J.-K. Hao, "Diversification-driven tabu search for unconstrained binary quadratic problems", 4OR 8
 * (2010), 239-253, doi:10.1007/s10288-009-0115-y.
 */
final class TabuSearch {
    private static final int RANDOM_TENURE = 10;
    private static final int NONE = -1;

    private final int tenure;
    private final int ringMask;
    private final int[] bucket;
    private final int[] next;
    private final int[] expiry;
    private final SplitMix random;
    private long flips;

    TabuSearch(int size, SplitMix random) {
        this.tenure = Math.min(size / 100, size / 4);
        int ring = Integer.highestOneBit(tenure + RANDOM_TENURE + 1) << 1;
        this.ringMask = ring - 1;
        this.bucket = new int[ring];
        this.next = new int[size];
        this.expiry = new int[size];
        this.random = random;
    }

    /**
     * Searches from {@code state} and leaves the best state found in {@code best}, which is at least as good as the start.
     *
     * @param patience flips without improvement after which the search ends
     * @param target value at which it ends at once
     */
    void run(DenseState state, DenseState best, long patience, SearchLimits limits, long target) {
        Arrays.fill(bucket, NONE);
        Arrays.fill(expiry, 0);
        state.freeAll();
        best.copy(state);
        long highest = state.value();
        boolean pending = false;
        long pass = state.scan();
        long idle = 0;
        for (int time = 0; idle < patience && highest < target && !limits.spend(state.size()); time++, idle++) {
            int chosen = chosen(state, pass, highest);
            // A run of improvements is copied once, at its end.
            if (pending && state.cost(chosen) >= 0) {
                best.copy(state);
                pending = false;
            }
            release(state, time);
            forbid(state, chosen, time);
            pass = state.flip(chosen);
            flips++;
            if (state.value() > highest) {
                highest = state.value();
                pending = true;
                idle = 0;
            }
        }
        if (pending) {
            // The last state is the best one only if nothing worse followed; pending says so.
            best.copy(state);
        }
    }

    /** Returns accepted flips so far. */
    long flips() {
        return flips;
    }

    private static int chosen(DenseState state, long pass, long highest) {
        int free = DensePass.index(pass);
        int cheapest = DensePass.cheapest(pass);
        if (state.value() - 2L * cheapest > highest && cheapest < state.cost(free)) {
            return state.indexOfCost(cheapest);
        }
        return free;
    }

    private void release(DenseState state, int time) {
        int slot = time & ringMask;
        for (int i = bucket[slot]; i != NONE; i = next[i]) {
            state.free(i);
        }
        bucket[slot] = NONE;
    }

    private void forbid(DenseState state, int chosen, int time) {
        // Taken while forbidden: it stands in a bucket already and is freed from there, a little early.
        if (expiry[chosen] > time) {
            return;
        }
        expiry[chosen] = time + 1 + tenure + random.nextInt(RANDOM_TENURE);
        int slot = expiry[chosen] & ringMask;
        next[chosen] = bucket[slot];
        bucket[slot] = chosen;
        state.forbid(chosen);
    }
}
