package io.nqba.compute.optimisation;

import org.apache.ignite.Ignite;

/** Asks what those policies would do that were decided on with the sums of the first survey. */
final class SecondSurveyInquiry implements Inquiry<PartitionModel, SurveyTally> {
    private final double[] plan;

    SecondSurveyInquiry(double[] plan) {
        this.plan = plan.clone();
    }

    @Override
    public SurveyTally nothing() {
        return new SurveyTally();
    }

    @Override
    public void ask(Ignite ignite, PartitionModel model, SurveyTally into) {
        model.surveyAgain(plan, into);
    }
}
