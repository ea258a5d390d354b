package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks for means and deviations of the columns of a lesson. */
final class FeatureInquiry implements Inquiry<PartitionLeads, FeatureTally> {
    private final LessonPlan plan;
    private final int width;

    FeatureInquiry(LessonPlan plan, int width) {
        this.plan = plan;
        this.width = width;
    }

    @Override
    public FeatureTally nothing() {
        return new FeatureTally(width);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, FeatureTally into) {
        into.add(leads.lesson(plan));
    }
}
