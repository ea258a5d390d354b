package io.nqba.compute.kernel.annealing;

import java.util.Arrays;
import java.util.List;

/**
 * A search for a better bound beside the search for a better answer: each call goes on where the last one stopped, and the bound never
 * gets worse. Certified at every moment, never estimated.
 *
 * <p>The problem is reduced and split first. Each connected component starts from the sum of its absolute coefficients. Up to 16
 * variables are then exhausted; what is larger gets a packing of frustrated cycles and, up to 5,000 variables, the semidefinite bound.
 * Each component keeps the best it was given. Not for several threads.
 */
public final class BoundSearch {
    private final QuadraticProblem problem;
    private final List<ComponentBound> components;
    private final double valueOfOnes;
    private int next;

    /** Reduces the problem. Cost O(n + m); no bound but the trivial one is computed yet. */
    public BoundSearch(QuadraticProblem problem) {
        this.problem = problem;
        Reduction reduction = Reduction.of(IsingModel.of(problem));
        this.components = reduction.components().stream()
                .map(component -> new ComponentBound(component.model()))
                .toList();
        byte[] spins = new byte[problem.size()];
        Arrays.fill(spins, (byte) 1);
        reduction.lift(spins);
        byte[] bits = new byte[spins.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) (spins[i] > 0 ? 1 : 0);
        }
        this.valueOfOnes = problem.value(bits);
    }

    /**
     * Improves the bound until the limits say stop or nothing more can be done. Packings come first, component by component (up to 0.3
     * seconds each, not interrupted inside), then the relaxations in turn. Work is counted in limits' own unit, about a nanosecond a
     * piece.
     */
    public void improve(SearchLimits limits) {
        for (ComponentBound component : components) {
            if (!limits.stopped()) {
                component.pack();
                limits.spend(1);
            }
        }
        for (int tried = 0; tried < components.size() && !limits.stopped(); tried++) {
            components.get(next).relax(limits);
            // Stopped in the middle: this one goes on with the next call.
            if (components.get(next).isFinished()) {
                next = (next + 1) % components.size();
            }
        }
    }

    /** Packs cycles and exhausts what is small, but relaxes nothing: the cheap part. */
    void pack() {
        components.forEach(ComponentBound::pack);
    }

    /** Returns the bound in the unit of the objective: above every value where the problem maximises, below where it minimises. */
    public double bound() {
        // The lifted state is worth what its components are worth plus a constant that all lifted states share.
        double above =
                components.stream().mapToDouble(ComponentBound::aboveOnes).sum();
        return valueOfOnes + problem.sense().sign() * above;
    }

    /** Returns whether no further call would improve the bound. */
    public boolean isFinished() {
        return components.stream().allMatch(ComponentBound::isFinished);
    }
}
