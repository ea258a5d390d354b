package io.nqba.compute.kernel.annealing;

import java.util.Arrays;

/**
 * A value that no answer of a problem beats: above every value where the problem maximises, below where it minimises. Certified, never
 * estimated; how tight it is depends on the couplings (exact where the reduction leaves at most 16 variables per component).
 */
public final class ObjectiveBound {
    private ObjectiveBound() {}

    /** Returns the bound in the unit of the objective. Cost O(n + m) and a bounded packing of cycles per component. */
    public static double of(QuadraticProblem problem) {
        Reduction reduction = Reduction.of(IsingModel.of(problem));
        byte[] spins = new byte[problem.size()];
        Arrays.fill(spins, (byte) 1);
        double above = 0;
        for (Reduction.Component component : reduction.components()) {
            IsingModel model = component.model();
            byte[] ones = new byte[model.size()];
            Arrays.fill(ones, (byte) 1);
            // Rounded coefficients may each be wrong by half a unit, on the side of the state and on that of the bound.
            double slack = model.isExact() ? 0 : (double) model.size() + model.couplings();
            above += model.unit() * (bound(model) - model.value(ones) + slack);
        }
        reduction.lift(spins);
        byte[] bits = new byte[spins.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (spins[i] > 0 ? 1 : 0);
        }
        // The lifted state is worth what its components are worth plus a constant that all lifted states share.
        return problem.value(bits) + problem.sense().sign() * above;
    }

    private static long bound(IsingModel model) {
        if (model.size() > ExhaustiveSearch.MOST_VARIABLES) {
            return FrustratedCycles.bound(model);
        }
        ExhaustiveSearch search = new ExhaustiveSearch(model);
        search.improve(SearchLimits.of(Long.MAX_VALUE, Long.MAX_VALUE, () -> false), Long.MAX_VALUE);
        return search.bestValue();
    }
}
