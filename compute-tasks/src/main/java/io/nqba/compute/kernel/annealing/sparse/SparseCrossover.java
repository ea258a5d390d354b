package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.IsingModel;
import java.util.List;

/** The reduce step over sparse couplings: folds foreign states into one. Stateless. */
public final class SparseCrossover {
    private SparseCrossover() {}

    /**
     * Returns the first state improved by every other in turn, twice, because what the last one gave may open a component for the
     * first.
     *
     * @param states at least one, shape {@code [n]} each, -1 or 1
     */
    public static byte[] fold(IsingModel ising, List<byte[]> states) {
        SparseModel model = new SparseModel(ising);
        PartitionCrossover crossover = new PartitionCrossover(model);
        SparseState state = new SparseState(model);
        state.set(states.get(0));
        for (int pass = 0; pass < 2; pass++) {
            for (byte[] guide : states) {
                crossover.improve(state, guide, false);
            }
        }
        return state.spin.clone();
    }
}
