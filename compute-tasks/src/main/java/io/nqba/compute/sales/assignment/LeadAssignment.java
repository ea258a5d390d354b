package io.nqba.compute.sales.assignment;

import io.nqba.compute.optimisation.SweptProblem;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.sales.AssignmentRequest;
import org.apache.ignite.Ignite;

/**
 * Leads or deals, partition by partition. Both lie in caches of the same number of partitions with the same owners, so the leads' cut
 * serves both.
 */
public final class LeadAssignment implements SweptProblem {
    @Override
    public BusinessUnit unit() {
        return BusinessUnit.SIGMA;
    }

    @Override
    public String kind() {
        return AssignmentRequest.KIND;
    }

    @Override
    public String colocatedWith() {
        return CacheNames.LEAD;
    }

    @Override
    public RowSource open(Ignite ignite, RunRequest request) {
        return new WorkCompiler(ignite, SalesMarket.read(ignite, (AssignmentRequest) request));
    }
}
