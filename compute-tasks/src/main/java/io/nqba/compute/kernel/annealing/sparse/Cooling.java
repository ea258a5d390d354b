package io.nqba.compute.kernel.annealing.sparse;

import io.nqba.compute.kernel.annealing.SearchLimits;

/** A fall of the temperature in a straight line that can be interrupted by limits and goes on where it was. */
final class Cooling {
    private final SparseModel model;
    private final SparseState state;
    private final double from;
    private final double to;
    private final int sweeps;
    private int done;

    /**
     * @param state what is cooled; nothing else may change it meanwhile
     * @param from first temperature, in units of half a loss: of spin·field
     * @param to last temperature
     * @param sweeps 1 or more
     */
    Cooling(SparseModel model, SparseState state, double from, double to, int sweeps) {
        this.model = model;
        this.state = state;
        this.from = from;
        this.to = to;
        this.sweeps = sweeps;
    }

    /** Goes on until it is cold or the limits say stop. Returns true where it is cold; nothing gains by a single flip then. */
    boolean run(Annealing annealing, SearchLimits limits) {
        while (done < sweeps) {
            double progress = sweeps == 1 ? 1 : (double) done / (sweeps - 1);
            annealing.sweep(model, state, (float) (from + (to - from) * progress));
            done++;
            if (limits.spend(model.size()) && done < sweeps) {
                return false;
            }
        }
        state.quench();
        return true;
    }
}
