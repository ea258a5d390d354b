package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BinPlan;
import io.nqba.compute.kernel.scoring.BoostedTrees;
import io.nqba.compute.kernel.scoring.BoostedTrees.Level;
import io.nqba.compute.kernel.scoring.GradientSums;
import io.nqba.compute.kernel.scoring.LogisticDual;
import io.nqba.compute.kernel.scoring.LogisticRegression;
import io.nqba.compute.kernel.scoring.Standardisation;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ModelParameters;
import java.util.ArrayList;
import java.util.List;

/** Learns models from sums over all nodes. */
final class ModelFitter {
    private static final int BINS = 64;

    private final Sweeper sweeper;
    private final LeadSchema schema;
    private final LeadScoringRequest request;
    private final Look look;
    private long lesson;

    /** @param firstLesson number of the first lesson; lessons of other coordinators have others */
    ModelFitter(Sweeper sweeper, LeadSchema schema, LeadScoringRequest request, Look look, long firstLesson) {
        this.sweeper = sweeper;
        this.schema = schema;
        this.request = request;
        this.look = look;
        this.lesson = firstLesson;
    }

    /**
     * A model, and what its fit reached.
     *
     * @param loss what was minimised, per lead: penalised log loss of logistic regression, NaN for trees
     * @param bound proven least value of it; NaN for trees
     * @param rows leads it was learnt from
     */
    record Fitted(ModelParameters parameters, double loss, double bound, long rows) {}

    Fitted fit(Share share, int[] features, TreeShape shape, boolean prove) {
        LessonPlan plan = new LessonPlan(lesson++, share, features, shape);
        int width = LeadEncoding.of(schema, request.model(), features).width();
        FeatureTally sums = sweeper.ask(new FeatureInquiry(plan, width));
        return request.model() == ModelKind.LOGISTIC ? line(plan, sums, prove) : trees(plan, sums);
    }

    private Fitted line(LessonPlan plan, FeatureTally sums, boolean prove) {
        long rows = sums.moments().rows();
        int width = LeadEncoding.of(schema, request.model(), plan.features()).width();
        Standardisation standard = Standardisation.of(sums.moments(), width);
        LogisticRegression.Fit fit = LogisticRegression.fit(
                at -> sweeper.ask(new MomentInquiry(plan, standard, at)).moments(), standard, request.ridge());
        double bound = prove ? bound(plan, fit) / rows : Double.NaN;
        return new Fitted(ModelArrays.of(plan.features(), fit), fit.penalisedDeviance() / rows, bound, rows);
    }

    private double bound(LessonPlan plan, LogisticRegression.Fit fit) {
        LogisticDual errors = sweeper.ask(new DualInquiry(plan, fit.standard(), fit.coefficients(), 1, 1))
                .dual();
        return sweeper.ask(new DualInquiry(
                        plan, fit.standard(), fit.coefficients(), errors.wonShare(), errors.lostShare()))
                .dual()
                .bound(request.ridge());
    }

    private Fitted trees(LessonPlan plan, FeatureTally sums) {
        long rows = sums.moments().rows();
        int[] features = plan.features();
        BinPlan bins = BinPlan.of(features.length, look.sample(features, schema.width()), BINS);
        double start = BoostedTrees.startMargin(sums.won(), rows);
        BoostedTrees trees = BoostedTrees.grow(
                new SweptRows(plan, bins, start), bins, plan.shape().settings(request.seed()), sums.won(), rows);
        return new Fitted(ModelArrays.of(features, trees), Double.NaN, Double.NaN, rows);
    }

    /** Rows on all nodes. Usually only the tree before goes down; a partition that changed its node asks for all. */
    private final class SweptRows implements BoostedTrees.RowSource {
        private final LessonPlan plan;
        private final BinPlan bins;
        private final double start;
        private final List<Level> grown = new ArrayList<>();

        SweptRows(LessonPlan plan, BinPlan bins, double start) {
            this.plan = plan;
            this.bins = bins;
            this.start = start;
        }

        @Override
        public void begin(int tree) {}

        @Override
        public GradientSums sum(Level level) {
            int last = Math.max(0, grown.size() - 1);
            LevelTally tally =
                    sweeper.ask(new LevelInquiry(plan, bins, start, grown.subList(last, grown.size()), last, level));
            while (tally.behind() > 0) {
                tally = sweeper.ask(new LevelInquiry(plan, bins, start, grown, 0, level));
            }
            return tally.sums();
        }

        @Override
        public void end(Level finished) {
            grown.add(finished);
        }
    }
}
