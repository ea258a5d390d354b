package io.nqba.compute.optimisation;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import org.apache.ignite.Ignite;

/**
 * Asks a run to stop and keep its best answer. A queued run ends at once, a running one after the round it is in; a run that has
 * ended stays as it is.
 */
public final class CancelRunTask extends OwnerTask<String, OptimizationRun> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OPTIMIZATION_RUN;
    }

    @Override
    protected Object key(String runId) {
        return runId;
    }

    @Override
    protected OptimizationRun work(Ignite here, String runId) {
        return new RunLedger(here).requestCancel(runId);
    }
}
