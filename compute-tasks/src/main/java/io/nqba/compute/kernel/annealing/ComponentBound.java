package io.nqba.compute.kernel.annealing;

import io.nqba.compute.kernel.annealing.bound.SemidefiniteBound;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The best bound known of one connected model. Starts from the sum of its absolute coefficients; {@link #pack} and {@link #relax} lower
 * it.
 */
final class ComponentBound {
    private final IsingModel model;
    private final long valueOfOnes;
    private long bound;
    private boolean packed;
    private @Nullable SemidefiniteBound relaxation;

    ComponentBound(IsingModel model) {
        this.model = model;
        byte[] ones = new byte[model.size()];
        Arrays.fill(ones, (byte) 1);
        this.valueOfOnes = model.value(ones);
        for (int field : model.field()) {
            bound += Math.abs((long) field);
        }
        for (int weight : model.weight()) {
            bound += Math.abs((long) weight);
        }
    }

    /** Returns how far a state may lie above the one with all spins at +1, in the unit of the objective. */
    double aboveOnes() {
        // Rounded coefficients may each be wrong by half a unit, on the side of the state and on that of the bound.
        double slack = model.isExact() ? 0 : (double) model.size() + model.couplings();
        return model.unit() * (bound - valueOfOnes + slack);
    }

    boolean isExhaustible() {
        return model.size() <= ExhaustiveSearch.MOST_VARIABLES;
    }

    /** Exhausts a small model, else packs frustrated cycles, once. */
    void pack() {
        if (packed) {
            return;
        }
        packed = true;
        if (!isExhaustible()) {
            bound = Math.min(bound, FrustratedCycles.bound(model));
            return;
        }
        ExhaustiveSearch search = new ExhaustiveSearch(model);
        search.improve(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);
        bound = search.bestValue();
    }

    /** Goes on with the semidefinite relaxation until the limits say stop or nothing more comes of it. */
    void relax(SearchLimits limits) {
        if (isFinished()) {
            return;
        }
        SemidefiniteBound semidefinite = relaxation;
        if (semidefinite == null) {
            semidefinite = new SemidefiniteBound(model, bound, 1);
            relaxation = semidefinite;
        }
        semidefinite.improve(limits);
        bound = Math.min(bound, semidefinite.bound());
    }

    boolean isFinished() {
        if (!packed) {
            return false;
        }
        return isExhaustible()
                || !SemidefiniteBound.fits(model.size())
                || (relaxation != null && relaxation.isFinished());
    }
}
