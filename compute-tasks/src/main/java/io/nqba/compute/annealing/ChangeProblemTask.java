package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.annealing.ChangeProblem;
import io.nqba.model.annealing.ChangedProblem;
import io.nqba.model.grid.CacheNames;
import org.apache.ignite.Ignite;

/**
 * Changes coefficients of a stored problem on the node that owns it, all or none, and answers the changed problem at once where that is
 * wanted. A change that names the revision it is based on happens once, however often it is sent.
 */
public final class ChangeProblemTask extends OwnerTask<ChangeProblem, ChangedProblem> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OPTIMIZATION_PROBLEM;
    }

    @Override
    protected Object key(ChangeProblem order) {
        return order.problemId();
    }

    @Override
    protected ChangedProblem work(Ignite here, ChangeProblem order) {
        return EventDesk.of(here).change(order);
    }
}
