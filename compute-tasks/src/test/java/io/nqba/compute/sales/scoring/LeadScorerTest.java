package io.nqba.compute.sales.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.kernel.scoring.LogisticRegression;
import io.nqba.compute.kernel.scoring.Standardisation;
import io.nqba.model.sales.DriftReference;
import io.nqba.model.sales.FeatureKind;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.ModelKind;
import io.nqba.model.sales.ScoringModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadScorerTest {
    private static final int WIDTH = 9;

    @Test
    void reasonsAreTheStrongestFirstAndSayWhatTheyDoToTheOdds() {
        LeadScore score = scorer(1, -0.3, 0.04, 0.5, -0.9, 0, 0.2, 40, 0.1)
                .score("lead-1", new double[] {1, 1, 1, 1, 1, 1, 1, 1, Double.NaN}, 5);

        assertThat(score.contributions()).containsExactly(40, 1, -0.9, 0.5);
        assertThat(score.reasons())
                .containsExactly(
                        "feature 7 1 min raises the odds 235385266837020000.0 times",
                        "feature 0 1 min raises the odds 2.7 times",
                        "feature 4 1 min lowers the odds 2.5 times",
                        "feature 3 1 min raises the odds 1.6 times");
    }

    @Test
    void reasonsAreThoseOfAPlainSort() {
        var random = new SplittableRandom(11);
        for (int trial = 0; trial < 500; trial++) {
            // Few different values, so that many are equal.
            double[] strengths =
                    random.ints(WIDTH, -6, 7).mapToDouble(step -> step / 20.0).toArray();
            double[] values = new double[WIDTH];
            Arrays.fill(values, 1);

            LeadScore score = scorer(strengths).score("lead-1", values, 5);

            double[] expected = IntStream.range(0, WIDTH)
                    .filter(at -> Math.abs(strengths[at]) >= 0.05)
                    .boxed()
                    .sorted(Comparator.comparingDouble(at -> -Math.abs(strengths[at])))
                    .limit(4)
                    .mapToDouble(at -> strengths[at])
                    .toArray();
            assertThat(score.contributions()).containsExactly(expected);
        }
    }

    /** A model in which a value of 1 adds as much as said. */
    private static LeadScorer scorer(double... strengths) {
        String[] names = new String[WIDTH];
        Arrays.setAll(names, j -> "feature_" + j);
        FeatureKind[] kinds = new FeatureKind[WIDTH];
        Arrays.fill(kinds, FeatureKind.NUMBER);
        String[] units = new String[WIDTH];
        Arrays.fill(units, "min");
        var schema = new LeadSchema("plain", names, kinds, new String[WIDTH][0], units, "bought");
        // Behind each number's own column one that tells that it is unknown, and the constant.
        double[] coefficients = Arrays.copyOf(strengths, 2 * WIDTH + 1);
        double[] scales = new double[2 * WIDTH];
        Arrays.fill(scales, 1);
        var fit = new LogisticRegression.Fit(
                new Standardisation(new double[2 * WIDTH], scales), coefficients, Double.NaN, 1);
        ScoringModel model = ScoringModel.of("model-1")
                .schemaId("plain")
                .kind(ModelKind.LOGISTIC)
                .parameters(ModelArrays.of(IntStream.range(0, WIDTH).toArray(), fit))
                .drift(new DriftReference(new double[0][0], new double[0][0], new double[0], 0.2))
                .build();
        return new LeadScorer(schema, model);
    }
}
