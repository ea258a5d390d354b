package io.nqba.compute.annealing;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.annealing.ImportProblem;
import io.nqba.model.annealing.StoredProblem;
import io.nqba.model.grid.CacheNames;
import java.util.concurrent.Executor;
import org.apache.ignite.Ignite;

/**
 * Reads an uploaded problem on the node that shall own it, and stores it. The same import again answers with what is stored, so that a
 * client may repeat it after a timeout. The pieces of the upload are gone afterwards.
 */
public final class ImportProblemTask extends OwnerTask<ImportProblem, StoredProblem> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OPTIMIZATION_PROBLEM;
    }

    @Override
    protected Object key(ImportProblem order) {
        return order.problemId();
    }

    @Override
    protected Executor threads(Ignite here) {
        return SearchFloor.of(here).imports();
    }

    @Override
    protected StoredProblem work(Ignite here, ImportProblem order) {
        return new ProblemImport(here, order).store();
    }
}
