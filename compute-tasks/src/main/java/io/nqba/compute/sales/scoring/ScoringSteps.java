package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Calibration;
import io.nqba.compute.kernel.scoring.ScoreCounts;
import io.nqba.compute.sales.scoring.ModelFitter.Fitted;
import io.nqba.model.optimisation.Baseline;
import io.nqba.model.optimisation.OptimizationRun;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ignite.Ignite;

/** What each step of a scoring run does. */
final class ScoringSteps {
    static final String BASE_RATE = "base-rate";
    static final String CHAMPION = "champion";

    private static final int CALIBRATION_STEPS = 1_000;
    private static final int CURVE_POINTS = 10;

    private final Ignite ignite;
    private final Sweeper sweeper;
    private final LeadScoringRequest request;
    private final LeadSchema schema;
    private final ScoringMemory memory;
    private final long firstLesson;
    private final double older;

    ScoringSteps(Ignite ignite, Sweeper sweeper, LeadScoringRequest request, ScoringMemory memory, long firstLesson) {
        this.ignite = ignite;
        this.sweeper = sweeper;
        this.request = request;
        this.schema = LeadScoring.schema(ignite, request.schemaId());
        this.memory = memory;
        this.firstLesson = firstLesson;
        this.older = 1 - request.heldBack();
    }

    private ScoringMemory done = ScoringMemory.begin(new TreeShape(1, 1));

    ScoringMemory take(ScoringStep step) {
        done = switch (step) {
            case LOOK -> memory.looked(new FirstLook(sweeper, schema, request).look());
            case SHAPE -> shape();
            case TIME -> time();
            case LOTS -> lots();
            case CALIBRATE -> calibrate();
            case LEARN -> learn();
            case STORE -> memory;
        };
        return done;
    }

    /** Returns the run with what is known of value and bound after the step. */
    OptimizationRun told(OptimizationRun run) {
        boolean line = request.model() == ModelKind.LOGISTIC;
        List<Baseline> baselines = new ArrayList<>();
        double value = done.figure(line ? "training_log_loss" : "time_log_loss");
        if (Double.isNaN(value)) {
            return run;
        }
        baselines.add(
                new Baseline(BASE_RATE, done.figure(line ? "training_base_rate_log_loss" : "time_base_rate_log_loss")));
        double champion = done.figure("champion_time_log_loss");
        if (!line && !Double.isNaN(champion)) {
            baselines.add(new Baseline(CHAMPION, champion));
        }
        double bound = line ? done.figure("training_log_loss_bound") : Double.NaN;
        return run.toBuilder()
                .value(value)
                .bound(bound)
                .gap(Double.isNaN(bound) ? Double.NaN : run.sense().gap(value, bound))
                .baselines(baselines)
                .build();
    }

    private ModelFitter fitter() {
        return new ModelFitter(sweeper, schema, request, memory.look(), firstLesson);
    }

    private QualityTally quality(Share share, Fitted fitted) {
        return sweeper.ask(new QualityInquiry(share, request.model(), fitted.parameters()));
    }

    private Share newest() {
        return Share.between(memory.look().cutMillis(), Long.MAX_VALUE);
    }

    private Share oldest() {
        return Share.between(Long.MIN_VALUE, memory.look().cutMillis());
    }

    private Share drawn(double from, double to) {
        return Share.lots(from, to, request.seed());
    }

    /** Inside the older leads, in the way in which they are told from the newest ones; inside those drawn by lot likewise. */
    private ScoringMemory shape() {
        List<TreeShape> shapes = ScoringLoop.shapes(request);
        if (shapes.size() == 1) {
            return memory;
        }
        Look look = memory.look();
        ModelFitter fitter = fitter();
        TreeShape forTime = best(
                fitter,
                shapes,
                Share.between(Long.MIN_VALUE, look.innerCutMillis()),
                Share.between(look.innerCutMillis(), look.cutMillis()),
                look.steady());
        TreeShape forLot = best(fitter, shapes, drawn(0, older * older), drawn(older * older, older), look.usable());
        return memory.shaped(forTime, forLot);
    }

    private TreeShape best(ModelFitter fitter, List<TreeShape> shapes, Share learnt, Share judged, int[] features) {
        TreeShape best = shapes.get(0);
        double bestArea = Double.NEGATIVE_INFINITY;
        for (TreeShape shape : shapes) {
            ScoreCounts counts =
                    quality(judged, fitter.fit(learnt, features, shape, false)).counts();
            double area = counts.areaUnderCurve();
            if (area > bestArea) {
                bestArea = area;
                best = shape;
            }
        }
        return best;
    }

    private ScoringMemory time() {
        Look look = memory.look();
        Fitted fitted = fitter().fit(oldest(), look.steady(), memory.timeShape(), false);
        QualityTally tally = quality(newest(), fitted);
        ScoreCounts counts = tally.counts();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures("time", tally, figures);
        double before = (look.won() - counts.positives()) / (double) (look.rows() - counts.rows());
        double now = counts.positives() / (double) counts.rows();
        figures.put("time_base_rate_before", before);
        figures.put("time_base_rate_log_loss", -now * Math.log(before) - (1 - now) * Math.log1p(-before));
        champion().ifPresent(champion -> {
            QualityTally beside = sweeper.ask(new QualityInquiry(newest(), champion.kind(), champion.parameters()));
            figures.put("champion_time_auc", beside.counts().areaUnderCurve());
            figures.put("champion_time_log_loss", beside.logLoss());
        });
        return memory.with(figures).drawn(counts.curve(CURVE_POINTS));
    }

    private Optional<ScoringModel> champion() {
        return ModelBook.champion(ignite, request.schemaId());
    }

    private ScoringMemory lots() {
        Look look = memory.look();
        Fitted fitted = fitter().fit(drawn(0, older), look.usable(), memory.lotShape(), false);
        QualityTally tally = quality(drawn(older, 1), fitted);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures("random", tally, figures);
        return calibrated(memory.with(figures), tally.counts());
    }

    private ScoringMemory calibrate() {
        Look look = memory.look();
        boolean same = Arrays.equals(look.steady(), look.usable())
                && memory.timeShape().toString().equals(memory.lotShape().toString());
        if (same) {
            return memory;
        }
        Fitted fitted = fitter().fit(drawn(0, older), look.steady(), memory.timeShape(), false);
        return calibrated(memory, quality(drawn(older, 1), fitted).counts());
    }

    private static ScoringMemory calibrated(ScoringMemory from, ScoreCounts unseen) {
        double[] table = Calibration.of(unseen).table(CALIBRATION_STEPS);
        return from.learnt(ModelArrays.calibrated(from.parameters(), table));
    }

    private ScoringMemory learn() {
        Look look = memory.look();
        long begin = System.nanoTime();
        Fitted fitted = fitter().fit(Share.all(), look.steady(), memory.timeShape(), true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        QualityTally all = quality(Share.all(), fitted);
        Map<String, Double> figures = new LinkedHashMap<>();
        double rate = look.baseRate();
        figures.put("base_rate", rate);
        figures.put("training_log_loss", Double.isNaN(fitted.loss()) ? all.logLoss() : fitted.loss());
        figures.put("training_base_rate_log_loss", -rate * Math.log(rate) - (1 - rate) * Math.log1p(-rate));
        figures.put("training_log_loss_bound", fitted.bound());
        figures.put("training_seconds", seconds);
        figures.put("trained_until_millis", (double) look.lastMillis());
        long[] tenths = all.counts().tenths();
        for (int k = 0; k < tenths.length; k++) {
            figures.put("score_share_" + k, tenths[k] / (double) all.counts().rows());
        }
        double[] calibration = memory.parameters().calibration();
        return memory.with(figures).learnt(ModelArrays.calibrated(fitted.parameters(), calibration));
    }

    private static void figures(String split, QualityTally tally, Map<String, Double> into) {
        ScoreCounts counts = tally.counts();
        into.put(split + "_auc", counts.areaUnderCurve());
        into.put(split + "_lift_10", counts.lift(0.1));
        into.put(split + "_lift_20", counts.lift(0.2));
        into.put(split + "_lift_50", counts.lift(0.5));
        for (int percent = 10; percent < 100; percent += 10) {
            into.put(split + "_gain_" + percent, counts.lift(percent / 100.0) * percent / 100);
        }
        into.put(split + "_brier", counts.brier());
        into.put(split + "_log_loss", tally.logLoss());
        into.put(split + "_leads", (double) counts.rows());
        into.put(split + "_base_rate", counts.positives() / (double) counts.rows());
    }
}
