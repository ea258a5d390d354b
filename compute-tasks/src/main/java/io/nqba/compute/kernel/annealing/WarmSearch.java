package io.nqba.compute.kernel.annealing;

import java.util.List;

/**
 * A search that stays with one problem while its coefficients change. Between changes it may search on; at a change it goes on from the
 * elites it has. Not for several threads.
 *
 * <p>Where the worker takes the changes in place (see {@link AnnealingWorker#changed}) an answer costs O(changes + n + m) beside the
 * search that the limits allow: two milliseconds for 3,000 changed of 300,000 couplings (November 2026). Elsewhere a worker is built
 * anew and is given the old elites.
 */
public final class WarmSearch {
    private final SplitMix seeds;
    private QuadraticProblem problem;
    private AnnealingWorker worker;

    /** Prepares a worker; it has not searched yet. */
    public WarmSearch(QuadraticProblem problem, long seed) {
        this.seeds = new SplitMix(seed);
        this.problem = problem;
        this.worker = new AnnealingWorker(problem, seeds.nextLong());
    }

    /** Searches on without a change, as an idle node may. Returns the best answer so far. */
    public Elite search(SearchLimits limits) {
        return worker.round(limits);
    }

    /**
     * Changes coefficients and returns the best answer to the changed problem that the limits allow. Its value is recomputed from the
     * changed coefficients. The limits count from when they were made, so a time limit bounds the whole call but for one look at the
     * clock and the recomputation.
     *
     * @param changes added to the coefficients as they are now; on an error nothing has changed
     * @throws IllegalStateException if the coefficients are real or carry a divisor
     * @throws io.nqba.model.error.NqbaException if a change names a variable that is not there
     */
    public Elite answer(List<CoefficientChange> changes, SearchLimits limits) {
        QuadraticProblem changed = problem.changed(changes);
        worker = worker.changed(changes, changed, seeds.nextLong());
        problem = changed;
        return worker.round(limits);
    }

    /** Takes foreign answers to the problem as it is now in as guides. */
    public void importElites(List<Elite> elites) {
        worker.importElites(elites);
    }

    /** Returns good and different answers to the problem as it is now, the best first, at most {@code count}. */
    public List<Elite> exportElites(int count) {
        return worker.exportElites(count);
    }

    /** Returns the problem as it is now. */
    public QuadraticProblem problem() {
        return problem;
    }

    /** Returns the best answer so far to the problem as it is now. */
    public Elite best() {
        return worker.best();
    }
}
