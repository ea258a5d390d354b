package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BinPlan;
import io.nqba.compute.kernel.scoring.BoostedTrees.Level;
import io.nqba.compute.kernel.scoring.BoostingRows;
import io.nqba.compute.kernel.scoring.Examples;
import io.nqba.compute.kernel.scoring.GradientSums;
import io.nqba.model.sales.LeadScoringRequest;
import org.jspecify.annotations.Nullable;

/** The leads of one partition while one model is learnt from them. One thread at a time. */
final class Lesson {
    private final LessonPlan plan;
    private final LeadScoringRequest request;
    private final Examples examples;
    private @Nullable BoostingRows rows;
    private int grown;
    private int begun = -1;

    Lesson(LessonPlan plan, LeadScoringRequest request, Examples examples) {
        this.plan = plan;
        this.request = request;
        this.examples = examples;
    }

    boolean serves(LessonPlan other) {
        return plan.number() == other.number();
    }

    Examples examples() {
        return examples;
    }

    /**
     * Sums a level of a tree, after catching up with the trees before it.
     *
     * @param trees the last trees that are finished
     * @param first number of the first of them
     * @return false when trees are missing: then nothing was added, and all trees have to be sent
     */
    synchronized boolean sum(
            BinPlan bins, double startMargin, Level[] trees, int first, Level level, GradientSums into) {
        if (rows == null) {
            rows = new BoostingRows(examples, bins, plan.shape().settings(request.seed()), startMargin);
        }
        if (grown < first) {
            return false;
        }
        int number = first + trees.length;
        while (grown < number) {
            trees[grown - first].endAt(rows);
            grown++;
        }
        if (begun != number) {
            rows.begin(number);
            begun = number;
        }
        level.addTo(into, rows);
        return true;
    }
}
