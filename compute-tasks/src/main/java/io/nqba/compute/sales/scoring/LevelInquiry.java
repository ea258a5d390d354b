package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BinPlan;
import io.nqba.compute.kernel.scoring.BoostedTrees.Level;
import io.nqba.compute.optimisation.Inquiry;
import java.util.List;
import org.apache.ignite.Ignite;

/** Asks for the histograms of one level of one tree. */
final class LevelInquiry implements Inquiry<PartitionLeads, LevelTally> {
    private final LessonPlan plan;
    private final BinPlan bins;
    private final double startMargin;
    private final Level[] trees;
    private final int first;
    private final Level level;

    /**
     * @param trees finished trees, the last ones or all
     * @param first number of the first of them
     */
    LevelInquiry(LessonPlan plan, BinPlan bins, double startMargin, List<Level> trees, int first, Level level) {
        this.plan = plan;
        this.bins = bins;
        this.startMargin = startMargin;
        this.trees = trees.toArray(Level[]::new);
        this.first = first;
        this.level = level;
    }

    @Override
    public LevelTally nothing() {
        return new LevelTally(level.nothing(bins));
    }

    @Override
    public void ask(Ignite ignite, PartitionLeads leads, LevelTally into) {
        if (!leads.lesson(plan).sum(bins, startMargin, trees, first, level, into.sums())) {
            into.addBehind();
        }
    }
}
