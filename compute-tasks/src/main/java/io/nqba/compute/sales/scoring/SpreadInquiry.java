package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks how leads and values are spread. */
final class SpreadInquiry implements Inquiry<PartitionLeads, SpreadTally> {
    private final int width;
    private final TimeScale scale;
    private final double share;

    /** @param share of the leads whose values are sampled */
    SpreadInquiry(int width, TimeScale scale, double share) {
        this.width = width;
        this.scale = scale;
        this.share = share;
    }

    @Override
    public SpreadTally nothing() {
        return new SpreadTally(width);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, SpreadTally into) {
        into.add(leads.known(), scale, share);
    }
}
