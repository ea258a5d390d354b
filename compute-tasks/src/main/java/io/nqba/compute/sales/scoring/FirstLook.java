package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.BinPlan;
import io.nqba.compute.kernel.scoring.LeakageCheck;
import io.nqba.compute.kernel.scoring.Stability;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.DriftReference;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Looks at the leads of a run before anything is learnt: how many, since when, and which features can be trusted. */
final class FirstLook {
    /** Windows of time, as many older ones as are compared with each other. */
    private static final int WINDOWS = 8;

    private static final int BINS = 12;
    private static final double SAMPLED = 20_000;
    private static final long FEWEST = 100;

    private final Sweeper sweeper;
    private final LeadSchema schema;
    private final LeadScoringRequest request;

    FirstLook(Sweeper sweeper, LeadSchema schema, LeadScoringRequest request) {
        this.sweeper = sweeper;
        this.schema = schema;
        this.request = request;
    }

    Look look() {
        int width = schema.width();
        SurveyTally survey = sweeper.ask(new SurveyInquiry(width));
        refuseTooFew(survey);
        var scale = new TimeScale(survey.firstMillis(), survey.lastMillis());
        SpreadTally spread = sweeper.ask(new SpreadInquiry(width, scale, SAMPLED / survey.rows()));
        float[] sample = spread.sample();
        BinPlan bins = BinPlan.of(width, sample, BINS);
        double older = 1 - request.heldBack();
        long[] starts = new long[WINDOWS];
        for (int window = 1; window <= WINDOWS; window++) {
            starts[window - 1] = scale.moment(spread.byTime(), older * window / WINDOWS);
        }
        LookTally counts = sweeper.ask(new LookInquiry(bins, starts));
        boolean[] leaking = leaking(counts, survey);
        boolean[] shifting = shifting(counts);
        return new Look(
                survey.rows(),
                survey.won(),
                starts[WINDOWS - 1],
                scale.moment(spread.byTime(), older * older),
                survey.lastMillis(),
                features(leaking, shifting),
                features(leaking, new boolean[width]),
                names(leaking),
                names(shifting),
                reference(bins, counts, survey),
                sample);
    }

    private void refuseTooFew(SurveyTally survey) {
        if (survey.rows() < FEWEST || survey.won() < 10 || survey.rows() - survey.won() < 10) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "Of %d leads of schema (%s) with an outcome %d were won; a model needs %d leads, 10 of either outcome."
                            .formatted(survey.rows(), request.schemaId(), survey.won(), FEWEST),
                    "Load more leads, or record what became of those there are.");
        }
    }

    private boolean[] leaking(LookTally counts, SurveyTally survey) {
        double[] areas = new double[schema.width()];
        Arrays.setAll(areas, j -> LeakageCheck.areaWithinWindows(counts.of(j)));
        boolean[] flagged = LeakageCheck.flagged(areas);
        for (int j = 0; j < flagged.length; j++) {
            flagged[j] |= survey.filledInLater(j);
        }
        return flagged;
    }

    private boolean[] shifting(LookTally counts) {
        boolean[] shifting = new boolean[schema.width()];
        for (int j = 0; j < shifting.length; j++) {
            shifting[j] = Stability.typicalShift(counts.rows(j, WINDOWS)) > Stability.MUCH;
        }
        return shifting;
    }

    private int[] features(boolean[] leaking, boolean[] shifting) {
        List<String> names = Arrays.asList(schema.names());
        int[] features = IntStream.range(0, names.size())
                .filter(j -> !request.leftOut().contains(names.get(j)))
                .filter(j -> request.trusted().contains(names.get(j)) || !(leaking[j] || shifting[j]))
                .toArray();
        if (features.length == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "No feature of schema (%s) is left: all were left out, know the outcome or keep changing."
                            .formatted(request.schemaId()),
                    "Name the features to use all the same in trusted.");
        }
        return features;
    }

    private String[] names(boolean[] which) {
        String[] names = schema.names();
        return IntStream.range(0, which.length)
                .filter(j -> which[j])
                .mapToObj(j -> names[j])
                .toArray(String[]::new);
    }

    private DriftReference reference(BinPlan bins, LookTally counts, SurveyTally survey) {
        int width = schema.width();
        double[][] edges = new double[width][];
        double[][] shares = new double[width][];
        for (int j = 0; j < width; j++) {
            float[] cuts = bins.edges(j);
            edges[j] = IntStream.range(0, cuts.length).mapToDouble(b -> cuts[b]).toArray();
            long[] rows = new long[cuts.length + 2];
            for (long[] window : counts.rows(j, WINDOWS + 1)) {
                for (int b = 0; b < rows.length; b++) {
                    rows[b] += window[b];
                }
            }
            // The stored form has unknown values last, the kernel first.
            shares[j] = IntStream.range(0, rows.length)
                    .mapToDouble(b -> rows[(b + 1) % rows.length] / (double) survey.rows())
                    .toArray();
        }
        return new DriftReference(edges, shares, new double[0], survey.won() / (double) survey.rows());
    }
}
