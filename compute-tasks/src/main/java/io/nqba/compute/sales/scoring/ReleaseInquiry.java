package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Lets nodes forget what they read for a run. */
final class ReleaseInquiry implements Inquiry<PartitionLeads, ScoredTally> {
    @Override
    public ScoredTally nothing() {
        return new ScoredTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, ScoredTally into) {
        leads.release();
    }
}
