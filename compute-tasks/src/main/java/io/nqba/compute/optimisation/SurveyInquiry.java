package io.nqba.compute.optimisation;

import org.apache.ignite.Ignite;

/** Asks what the reference policies would do. */
final class SurveyInquiry implements Inquiry<PartitionModel, SurveyTally> {
    @Override
    public SurveyTally nothing() {
        return new SurveyTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionModel model, SurveyTally into) {
        model.survey(into);
    }
}
