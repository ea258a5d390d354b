package io.nqba.console.sales.scoring;

import io.nqba.model.sales.DriftReport;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.ModelCard;
import io.nqba.model.sales.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The card of a scoring model.
 *
 * @param model the model as in lists
 * @param features features it reads
 * @param figures all that was measured, by name; {@code time_…} on the newest leads, {@code random_…} on leads drawn by lot
 * @param calibration how its scores came true on the newest leads, lowest first
 * @param findings what a reader should know, in words
 * @param drift what has moved since it was trained
 */
record ModelView(
        ModelRow model,
        List<String> features,
        Map<String, Double> figures,
        List<CalibrationPoint> calibration,
        List<String> findings,
        DriftView drift) {
    ModelView {
        features = List.copyOf(features);
        figures = Map.copyOf(figures);
        calibration = List.copyOf(calibration);
        findings = List.copyOf(findings);
    }

    /**
     * A group of leads of similar scores.
     *
     * @param predicted their mean score, before calibration
     * @param observed share of them that was won
     */
    record CalibrationPoint(double predicted, double observed) {}

    /**
     * What has moved since training.
     *
     * @param leads leads that came in since
     * @param shifts population stability index by feature; empty before there are leads
     * @param scoreShift the same of the scores
     * @param baseRateThen share won in training
     * @param baseRateNow share won since, of those whose outcome is known
     * @param outcomes leads since whose outcome is known
     * @param alarms what somebody must look at
     */
    record DriftView(
            long leads,
            Map<String, Double> shifts,
            @Nullable Double scoreShift,
            double baseRateThen,
            @Nullable Double baseRateNow,
            long outcomes,
            List<String> alarms) {
        DriftView {
            shifts = Map.copyOf(shifts);
            alarms = List.copyOf(alarms);
        }

        static DriftView of(DriftReport report) {
            Map<String, Double> shifts = new LinkedHashMap<>();
            for (int k = 0; k < report.features().length && report.leads() > 0; k++) {
                shifts.put(report.features()[k], report.featureShift()[k]);
            }
            return new DriftView(
                    report.leads(),
                    shifts,
                    ModelRow.known(report.scoreShift()),
                    report.baseRateThen(),
                    ModelRow.known(report.baseRateNow()),
                    report.outcomes(),
                    List.of(report.alarms()));
        }
    }

    static ModelView of(ScoringModel model, LeadSchema schema, DriftReport report) {
        ModelCard card = model.card();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int k = 0; k < card.figures().length; k++) {
            figures.put(card.figureNames()[k], card.figures()[k]);
        }
        List<CalibrationPoint> points = new ArrayList<>();
        for (int k = 0; k < card.calibrationPredicted().length; k++) {
            points.add(new CalibrationPoint(card.calibrationPredicted()[k], card.calibrationObserved()[k]));
        }
        String[] names = schema.names();
        return new ModelView(
                ModelRow.of(model),
                Arrays.stream(model.parameters().features())
                        .mapToObj(feature -> names[feature])
                        .toList(),
                figures,
                points,
                List.of(card.findings()),
                DriftView.of(report));
    }
}
