package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.RunMemory;
import io.nqba.model.sales.ModelParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a scoring run stands: the steps it has finished and what they showed. */
final class ScoringMemory implements RunMemory {
    private final ScoringStep next;
    private final long activeMillis;
    private final @Nullable Look look;
    private final TreeShape timeShape;
    private final TreeShape lotShape;
    private final LinkedHashMap<String, Double> figures;
    private final double[][] curve;
    private final ModelParameters parameters;

    /**
     * @param next the step to go on with
     * @param activeMillis how long coordinators have worked on the run
     * @param look null before there was one
     * @param figures figures of the model card so far
     * @param curve calibration curve on the newest leads, predicted and observed
     * @param parameters the model, as far as it is made
     */
    ScoringMemory(
            ScoringStep next,
            long activeMillis,
            @Nullable Look look,
            TreeShape timeShape,
            TreeShape lotShape,
            Map<String, Double> figures,
            double[][] curve,
            ModelParameters parameters) {
        this.next = next;
        this.activeMillis = activeMillis;
        this.look = look;
        this.timeShape = timeShape;
        this.lotShape = lotShape;
        this.figures = new LinkedHashMap<>(figures);
        this.curve = curve;
        this.parameters = parameters;
    }

    static ScoringMemory begin(TreeShape shape) {
        return new ScoringMemory(
                ScoringStep.LOOK, 0, null, shape, shape, Map.of(), new double[2][0], ModelParameters.NONE);
    }

    ScoringStep next() {
        return next;
    }

    long activeMillis() {
        return activeMillis;
    }

    Look look() {
        return java.util.Objects.requireNonNull(look, "look");
    }

    TreeShape timeShape() {
        return timeShape;
    }

    TreeShape lotShape() {
        return lotShape;
    }

    Map<String, Double> figures() {
        return new LinkedHashMap<>(figures);
    }

    double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    double[][] curve() {
        return curve;
    }

    ModelParameters parameters() {
        return parameters;
    }

    ScoringMemory looked(Look seen) {
        return new ScoringMemory(next, activeMillis, seen, timeShape, lotShape, figures, curve, parameters);
    }

    ScoringMemory shaped(TreeShape forTime, TreeShape forLot) {
        return new ScoringMemory(next, activeMillis, look, forTime, forLot, figures, curve, parameters);
    }

    ScoringMemory with(Map<String, Double> more) {
        Map<String, Double> all = figures();
        all.putAll(more);
        return new ScoringMemory(next, activeMillis, look, timeShape, lotShape, all, curve, parameters);
    }

    ScoringMemory drawn(double[][] calibrationCurve) {
        return new ScoringMemory(next, activeMillis, look, timeShape, lotShape, figures, calibrationCurve, parameters);
    }

    ScoringMemory learnt(ModelParameters model) {
        return new ScoringMemory(next, activeMillis, look, timeShape, lotShape, figures, curve, model);
    }

    ScoringMemory after(ScoringStep done, long millis) {
        return new ScoringMemory(done.following(), millis, look, timeShape, lotShape, figures, curve, parameters);
    }
}
