package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Standardisation;
import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks for gradient and curvature at given coefficients. */
final class MomentInquiry implements Inquiry<PartitionLeads, MomentTally> {
    private final LessonPlan plan;
    private final double[] means;
    private final double[] scales;
    private final double[] coefficients;

    MomentInquiry(LessonPlan plan, Standardisation standard, double[] coefficients) {
        this.plan = plan;
        this.means = standard.means();
        this.scales = standard.scales();
        this.coefficients = coefficients.clone();
    }

    @Override
    public MomentTally nothing() {
        return new MomentTally(means.length);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, MomentTally into) {
        into.moments().add(leads.lesson(plan).examples(), new Standardisation(means, scales), coefficients);
    }
}
