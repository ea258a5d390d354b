package io.nqba.compute.kernel.annealing.sparse;

/**
 * Combines two states to the best of all their mixtures component by component: where two states differ, the variables fall into
 * components that no coupling joins, so each is flipped or not on its own account, and the gains add up exactly. Of 2^components
 * children the best is found in one pass over the couplings.
 *
 * <p>Cost O(n + couplings among the differing variables). Holds scratch arrays; not for several threads.
 *
 * <p>Source: D. Whitley, D. Hains, A. Howe, "Tunneling between optima: partition crossover for the traveling salesman problem", GECCO
 * 2009, doi:10.1145/1569901.1570026; for pseudo-Boolean functions R. Tinós, D. Whitley, F. Chicano, FOGA 2015,
 * doi:10.1145/2725494.2725497.
 */
final class PartitionCrossover {
    private static final byte AGREES = 0;
    private static final byte DIFFERS = 1;
    private static final byte DECIDED = 2;

    private final SparseModel model;
    /** Per variable: the two agree, they differ, or they differ and the component is decided. */
    private final byte[] mark;

    private final int[] queue;

    PartitionCrossover(SparseModel model) {
        this.model = model;
        this.mark = new byte[model.size()];
        this.queue = new int[model.size()];
    }

    /**
     * Moves {@code state} towards {@code guide} wherever a component of the difference gains, and where it is neutral too if asked.
     *
     * @param neutral whether to take components that change nothing; it keeps a line moving
     * @return what was gained, in units of the value
     */
    long improve(SparseState state, byte[] guide, boolean neutral) {
        long before = state.value;
        int size = mark.length;
        int differing = 0;
        for (int i = 0; i < size; i++) {
            mark[i] = state.spin[i] != guide[i] ? DIFFERS : AGREES;
            differing += mark[i];
        }
        // Without fields a state and its mirror image are the same: compare with the nearer one.
        if (!model.hasFields() && differing > size / 2) {
            for (int i = 0; i < size; i++) {
                mark[i] ^= DIFFERS;
            }
        }
        for (int i = 0; i < size; i++) {
            if (mark[i] == DIFFERS) {
                decide(state, i, neutral);
            }
        }
        return state.value - before;
    }

    /** Collects one component, adds up what flipping it would cost, and does so if that pays. */
    private void decide(SparseState state, int seed, boolean neutral) {
        int[] start = model.start();
        int[] link = model.link();
        int tail = 0;
        queue[tail++] = seed;
        mark[seed] = DECIDED;
        long cost = 0;
        for (int head = 0; head < tail; head++) {
            int i = queue[head];
            int own = state.field[i];
            for (int k = start[i]; k < start[i + 1]; k += 2) {
                int j = link[k];
                if (mark[j] == AGREES) {
                    continue;
                }
                // Both ends flip: their coupling stays as it is.
                own -= link[k + 1] * state.spin[j];
                if (mark[j] == DIFFERS) {
                    mark[j] = DECIDED;
                    queue[tail++] = j;
                }
            }
            cost += (long) state.spin[i] * own;
        }
        if (cost < 0 || (cost == 0 && neutral)) {
            for (int k = 0; k < tail; k++) {
                state.flip(queue[k]);
            }
        }
    }
}
