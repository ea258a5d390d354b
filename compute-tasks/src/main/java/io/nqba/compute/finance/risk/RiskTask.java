package io.nqba.compute.finance.risk;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.grid.CacheNames;
import java.util.List;
import org.apache.ignite.compute.ComputeJobResult;
import org.apache.ignite.compute.ComputeJobResultPolicy;

/**
 * A question about risk. It changes nothing that asking again would not change alike, so what fails with its node is asked again on
 * another one; refusals come as data and are not.
 *
 * @param <A> the question
 * @param <R> the answer; crosses the grid wire
 */
abstract class RiskTask<A, R> extends OwnerTask<A, R> {
    private static final long serialVersionUID = 1L;

    @Override
    protected final String cacheName() {
        return CacheNames.RISK_MEASURE;
    }

    /** Another node takes over at most five times, then the failure is the caller's to see. */
    @Override
    public ComputeJobResultPolicy result(ComputeJobResult result, List<ComputeJobResult> received) {
        return result.getException() == null ? ComputeJobResultPolicy.WAIT : ComputeJobResultPolicy.FAILOVER;
    }
}
