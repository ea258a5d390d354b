package io.nqba.compute.kernel.annealing;

/**
 * A value that no answer of a problem beats: above every value where the problem maximises, below where it minimises. Certified, never
 * estimated; how tight it is depends on the couplings (exact where the reduction leaves at most 16 variables per component). This is the
 * cheap one; {@link BoundSearch} goes on from it.
 */
public final class ObjectiveBound {
    private ObjectiveBound() {}

    /** Returns the bound in the unit of the objective. Cost O(n + m) and a bounded packing of cycles per component. */
    public static double of(QuadraticProblem problem) {
        BoundSearch search = new BoundSearch(problem);
        search.pack();
        return search.bound();
    }
}
