package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks how many leads there are. */
final class SurveyInquiry implements Inquiry<PartitionLeads, SurveyTally> {
    private final int width;

    SurveyInquiry(int width) {
        this.width = width;
    }

    @Override
    public SurveyTally nothing() {
        return new SurveyTally(width);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, SurveyTally into) {
        into.add(leads.known());
    }
}
