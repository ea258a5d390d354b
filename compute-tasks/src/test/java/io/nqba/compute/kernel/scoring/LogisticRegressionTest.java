package io.nqba.compute.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {
    private static final Examples ROWS = SampleLeads.random(3, 4_000);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 50})
    void nothingIsLeftToGainAtTheEnd(double ridge) {
        LogisticRegression.Fit fit = fit(List.of(ROWS), ridge);

        double[] slopes = slopes(fit, ridge);

        assertThat(slopes).hasSize(SampleLeads.WIDTH + 1);
        for (double slope : slopes) {
            assertThat(slope).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void groupsOfRowsMakeNoDifference() {
        double[] whole = fit(List.of(ROWS), 1).coefficients();

        double[] dealt = fit(SampleLeads.dealt(ROWS, 7), 1).coefficients();

        for (int j = 0; j < whole.length; j++) {
            assertThat(dealt[j]).isCloseTo(whole[j], within(1e-11));
        }
    }

    /** One feature of two values: the model must reach the shares that were counted. */
    @Test
    void countedSharesComeOut() {
        float[] features = {0, 0, 0, 0, 1, 1, 1, 1, 1};
        boolean[] outcomes = {true, false, false, false, true, true, true, false, false};
        Examples table = new Examples(1, features, outcomes, new long[9]);

        LogisticRegression.Fit fit = fit(List.of(table), 0);

        assertThat(fit.probability(new float[] {0})).isCloseTo(0.25, within(1e-7));
        assertThat(fit.probability(new float[] {1})).isCloseTo(0.6, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 50})
    void theDualProvesThatNothingBetterExists(double ridge) {
        LogisticRegression.Fit fit = fit(List.of(ROWS), ridge);

        double bound = bound(fit, fit.coefficients(), ridge);

        assertThat(bound).isLessThanOrEqualTo(fit.penalisedDeviance() * (1 + 1e-12));
        assertThat(bound).isCloseTo(fit.penalisedDeviance(), within(1e-7 * fit.penalisedDeviance()));
        double[] away = fit.coefficients().clone();
        away[0] += 0.3;
        assertThat(bound(fit, away, ridge)).as("from elsewhere").isLessThan(fit.penalisedDeviance());
        assertThat(bound(fit, away, 0)).as("without a ridge").isNaN();
    }

    private static double bound(LogisticRegression.Fit fit, double[] at, double ridge) {
        LogisticDual sums = new LogisticDual(SampleLeads.WIDTH);
        sums.add(ROWS, fit.standard(), at, 1, 1);
        LogisticDual dual = new LogisticDual(SampleLeads.WIDTH);
        for (Examples group : SampleLeads.dealt(ROWS, 3)) {
            LogisticDual part = new LogisticDual(SampleLeads.WIDTH);
            part.add(group, fit.standard(), at, sums.wonShare(), sums.lostShare());
            dual.add(part);
        }
        return dual.bound(ridge);
    }

    @Test
    void contributionsAndConstantMakeTheMargin() {
        LogisticRegression.Fit fit = fit(List.of(ROWS), 1);
        float[] row = SampleLeads.row(ROWS, 11);
        double sum = fit.coefficients()[SampleLeads.WIDTH];
        for (int j = 0; j < SampleLeads.WIDTH; j++) {
            sum += fit.contribution(j, row[j]);
        }

        assertThat(fit.margin(row)).isCloseTo(sum, within(1e-12));
        assertThat(fit.contribution(4, 7)).as("a feature that never changes").isZero();
        assertThat(fit.contribution(2, Float.NaN)).as("a missing value").isZero();
    }

    @Test
    void aFeatureThatSeparatesStaysFinite() {
        boolean[] outcomes = new boolean[40];
        float[] features = new float[40];
        for (int row = 0; row < 40; row++) {
            outcomes[row] = row >= 20;
            features[row] = row;
        }
        LogisticRegression.Fit fit = fit(List.of(new Examples(1, features, outcomes, new long[40])), 1);

        assertThat(fit.coefficients()[0]).isBetween(1.0, 10.0);
    }

    @Test
    void rowsOfOneOutcomeTeachNothing() {
        Examples none = new Examples(1, new float[3], new boolean[3], new long[3]);
        Examples empty = new Examples(1, new float[0], new boolean[0], new long[0]);

        assertThatThrownBy(() -> fit(List.of(none), 1))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("All 3 rows have the same outcome");
        assertThatThrownBy(() -> fit(List.of(empty), 1)).hasMessageContaining("no row");
        assertThatThrownBy(() -> fit(List.of(ROWS), Double.NaN)).hasMessageContaining("ridge (NaN)");
    }

    @Test
    void wrongShapesAreRefused() {
        assertThatThrownBy(() -> new Examples(2, new float[3], new boolean[1], new long[1]))
                .hasMessageContaining("3 features of 2 a row");
        assertThatThrownBy(() -> new Examples(1, new float[] {1, Float.POSITIVE_INFINITY}, new boolean[2], new long[2]))
                .hasMessageContaining("Feature 0 of row 1");
    }

    static LogisticRegression.Fit fit(List<Examples> groups, double ridge) {
        int width = groups.get(0).width();
        FeatureMoments features = new FeatureMoments(new double[width]);
        for (Examples group : groups) {
            FeatureMoments part = new FeatureMoments(new double[width]);
            part.add(group);
            features.add(part);
        }
        Standardisation standard = Standardisation.of(features, width);
        return LogisticRegression.fit(
                at -> {
                    LogisticMoments sum = new LogisticMoments(width);
                    for (Examples group : groups) {
                        LogisticMoments part = new LogisticMoments(width);
                        part.add(group, standard, at);
                        sum.add(part);
                    }
                    return sum;
                },
                standard,
                ridge);
    }

    /** Central differences of the penalised deviance, written out from its definition. */
    private static double[] slopes(LogisticRegression.Fit fit, double ridge) {
        double[] slopes = new double[fit.coefficients().length];
        Arrays.setAll(slopes, j -> (value(fit, j, 1e-5, ridge) - value(fit, j, -1e-5, ridge)) / 2e-5);
        return slopes;
    }

    private static double value(LogisticRegression.Fit fit, int moved, double by, double ridge) {
        double[] at = fit.coefficients().clone();
        at[moved] += by;
        double sum = 0;
        for (int row = 0; row < ROWS.rows(); row++) {
            double margin = at[SampleLeads.WIDTH];
            for (int j = 0; j < SampleLeads.WIDTH; j++) {
                margin += at[j] * fit.standard().value(j, ROWS.get(row, j));
            }
            double probability = 1 / (1 + Math.exp(-margin));
            sum -= Math.log(ROWS.outcomes()[row] ? probability : 1 - probability);
        }
        for (int j = 0; j < SampleLeads.WIDTH; j++) {
            sum += ridge / 2 * at[j] * at[j];
        }
        return sum;
    }
}
