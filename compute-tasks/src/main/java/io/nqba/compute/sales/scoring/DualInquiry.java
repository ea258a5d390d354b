package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Standardisation;
import io.nqba.compute.optimisation.Inquiry;
import org.apache.ignite.Ignite;

/** Asks for what proves how good a logistic regression can be. */
final class DualInquiry implements Inquiry<PartitionLeads, DualTally> {
    private final LessonPlan plan;
    private final double[] means;
    private final double[] scales;
    private final double[] coefficients;
    private final double wonShare;
    private final double lostShare;

    DualInquiry(LessonPlan plan, Standardisation standard, double[] coefficients, double wonShare, double lostShare) {
        this.plan = plan;
        this.means = standard.means();
        this.scales = standard.scales();
        this.coefficients = coefficients.clone();
        this.wonShare = wonShare;
        this.lostShare = lostShare;
    }

    @Override
    public DualTally nothing() {
        return new DualTally(means.length);
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, DualTally into) {
        into.dual()
                .add(
                        leads.lesson(plan).examples(),
                        new Standardisation(means, scales),
                        coefficients,
                        wonShare,
                        lostShare);
    }
}
