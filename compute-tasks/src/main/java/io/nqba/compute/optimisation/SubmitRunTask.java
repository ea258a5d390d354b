package io.nqba.compute.optimisation;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.optimisation.SubmitRun;
import org.apache.ignite.Ignite;

/**
 * Checks an optimisation request against the data and queues it. The same submission again answers with the run as it stands, so
 * that a client may repeat it after a timeout.
 */
public final class SubmitRunTask extends OwnerTask<SubmitRun, OptimizationRun> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.OPTIMIZATION_RUN;
    }

    @Override
    protected Object key(SubmitRun submission) {
        return submission.runId();
    }

    @Override
    protected OptimizationRun work(Ignite here, SubmitRun submission) {
        return new Submission(here, submission).queue();
    }
}
