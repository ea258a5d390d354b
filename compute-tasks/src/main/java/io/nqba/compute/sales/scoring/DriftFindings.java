package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Drift;
import io.nqba.compute.kernel.scoring.Stability;
import io.nqba.model.sales.DriftReference;
import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has moved since a model was trained, and whether somebody must look at it. */
final class DriftFindings {
    /** With fewer leads chance alone moves the index. */
    private static final long FEWEST_LEADS = 200;

    private static final long FEWEST_OUTCOMES = 50;
    /** Deviations of a share that chance hardly reaches. */
    private static final double DEVIATIONS = 4;

    private final LeadSchema schema;
    private final ScoringModel model;
    private final DriftTally tally;

    DriftFindings(LeadSchema schema, ScoringModel model, DriftTally tally) {
        this.schema = schema;
        this.model = model;
        this.tally = tally;
    }

    DriftReport report() {
        DriftReference then = model.drift();
        int[] features = model.parameters().features();
        String[] names = new String[features.length];
        double[] shifts = new double[features.length];
        List<String> alarms = new ArrayList<>();
        boolean enough = tally.leads() >= FEWEST_LEADS;
        for (int k = 0; k < features.length; k++) {
            names[k] = schema.names()[features[k]];
            shifts[k] = shift(then.shares()[features[k]], tally.bins(features[k]));
            if (enough && shifts[k] > Stability.MUCH) {
                alarms.add(
                        text("%s is spread otherwise than in training (stability index %.2f).", names[k], shifts[k]));
            }
        }
        double scores = shift(then.scoreShares(), tally.scores());
        if (enough && scores > Stability.MUCH) {
            alarms.add(text("Scores are spread otherwise than in training (stability index %.2f).", scores));
        }
        double now = tally.outcomes() == 0 ? Double.NaN : tally.won() / (double) tally.outcomes();
        double chance = DEVIATIONS * Math.sqrt(then.baseRate() * (1 - then.baseRate()) / Math.max(1, tally.outcomes()));
        if (tally.outcomes() >= FEWEST_OUTCOMES && Math.abs(now - then.baseRate()) > chance) {
            alarms.add(text(
                    "%.1f %% of the leads are won now, %.1f %% were in training: train again.",
                    100 * now, 100 * then.baseRate()));
        }
        return new DriftReport(
                tally.leads(),
                names,
                shifts,
                scores,
                then.baseRate(),
                now,
                tally.outcomes(),
                alarms.toArray(String[]::new));
    }

    /** Returns NaN when there is no lead to compare. */
    private double shift(double[] shares, long[] now) {
        if (tally.leads() == 0) {
            return Double.NaN;
        }
        long[] then = new long[shares.length];
        for (int b = 0; b < then.length; b++) {
            then[b] = Math.round(shares[b] * model.trainedRows());
        }
        return Drift.populationStability(then, now);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
