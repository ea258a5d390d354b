package io.nqba.compute.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final Examples ROWS = SampleLeads.random(5, 3_000);
    private static final BinPlan PLAN = BinPlan.of(SampleLeads.WIDTH, ROWS.features(), 32);

    @Test
    void groupsOfRowsMakeNoDifferenceToTheLastBit() {
        BoostedTrees whole = grow(List.of(ROWS), settings(40, 3, 0.6));

        BoostedTrees dealt = grow(SampleLeads.dealt(ROWS, 7), settings(40, 3, 0.6));

        for (int row = 0; row < 200; row++) {
            float[] features = SampleLeads.row(ROWS, row);
            assertThat(dealt.margin(features)).isEqualTo(whole.margin(features));
        }
    }

    @Test
    void everyTreeBringsTheRowsOfTrainingCloser() {
        double before = Double.POSITIVE_INFINITY;
        for (int trees = 1; trees <= 32; trees *= 2) {
            BoostedTrees model = grow(List.of(ROWS), settings(trees, 3, 1));
            double loss = 0;
            for (int row = 0; row < ROWS.rows(); row++) {
                loss += Logistic.loss(model.margin(SampleLeads.row(ROWS, row)), ROWS.outcomes()[row]);
            }
            assertThat(loss).isLessThan(before);
            before = loss;
        }
    }

    /** One tree of one split with a learning rate of 1, against every split tried by hand. */
    @Test
    void theFirstSplitIsTheBestOfAll() {
        BoostingSettings stump = new BoostingSettings(1, 1, 1, 0.5, 0, 1, 1, 1);
        BoostedTrees model = grow(List.of(ROWS), stump);

        double best = Double.POSITIVE_INFINITY;
        for (int feature = 0; feature < SampleLeads.WIDTH; feature++) {
            for (int bin = 1; bin < PLAN.bins(feature) - 1; bin++) {
                best = Math.min(best, Math.min(remaining(feature, bin, true), remaining(feature, bin, false)));
            }
        }

        assertThat(objective(row -> model.margin(SampleLeads.row(ROWS, row)))).isCloseTo(best, within(1e-3));
    }

    /** Most nodes are derived from their parent and sibling; their rows must say the same. */
    @Test
    void eachLeafIsTheNewtonStepOfTheRowsThatEndThere() {
        BoostedTrees model = grow(List.of(ROWS), new BoostingSettings(1, 4, 1, 0.5, 1, 1, 1, 1));
        double probability = Logistic.probability(model.startMargin());
        Map<Double, double[]> sums = new HashMap<>();
        for (int row = 0; row < ROWS.rows(); row++) {
            double step = model.margin(SampleLeads.row(ROWS, row)) - model.startMargin();
            double[] sum = sums.computeIfAbsent(step, key -> new double[2]);
            sum[0] += probability - (ROWS.outcomes()[row] ? 1 : 0);
            sum[1] += probability * (1 - probability);
        }

        assertThat(sums).hasSizeGreaterThan(8);
        sums.forEach((step, sum) -> assertThat(step).isCloseTo(-sum[0] / (sum[1] + 0.5), within(1e-5)));
    }

    @Test
    void contributionsSumToTheMargin() {
        BoostedTrees model = grow(List.of(ROWS), settings(30, 3, 1));
        for (int row = 0; row < 100; row++) {
            float[] features = SampleLeads.row(ROWS, row);

            double[] contributions = model.contributions(features);

            assertThat(Arrays.stream(contributions).sum()).isCloseTo(model.margin(features), within(1e-9));
            assertThat(contributions[4]).as("a feature that never changes").isZero();
        }
    }

    @Test
    void itTellsApartWhatItHasNotSeen() {
        BoostedTrees model = grow(List.of(ROWS), settings(60, 3, 0.7));
        Examples fresh = SampleLeads.random(6, 3_000);
        ScoreCounts counts = new ScoreCounts();
        for (int row = 0; row < fresh.rows(); row++) {
            counts.add(model.probability(SampleLeads.row(fresh, row)), fresh.outcomes()[row]);
        }

        LogisticRegression.Fit line = LogisticRegressionTest.fit(List.of(ROWS), 1);
        ScoreCounts plain = new ScoreCounts();
        for (int row = 0; row < fresh.rows(); row++) {
            plain.add(line.probability(SampleLeads.row(fresh, row)), fresh.outcomes()[row]);
        }

        assertThat(counts.areaUnderCurve())
                .as("two features act together")
                .isGreaterThan(plain.areaUnderCurve() + 0.005);
    }

    @Test
    void valuesOfABinGoTheWayTheirBinWent() {
        for (int feature = 0; feature < SampleLeads.WIDTH; feature++) {
            for (int row = 0; row < 300; row++) {
                float value = ROWS.get(row, feature);
                int bin = PLAN.bin(feature, value);
                assertThat(bin == 0).isEqualTo(Float.isNaN(value));
                if (bin > 0 && bin < PLAN.bins(feature) - 1) {
                    assertThat(value).isLessThanOrEqualTo(PLAN.edge(feature, bin));
                }
                if (bin > 1) {
                    assertThat(value).isGreaterThan(PLAN.edge(feature, bin - 1));
                }
            }
        }
        assertThat(PLAN.bins(1)).as("six values and the missing one").isEqualTo(7);
        assertThat(PLAN.bins(4)).as("one value and the missing one").isEqualTo(2);
    }

    @Test
    void treesThatWereTakenApartScoreAsBefore() {
        BoostedTrees model = grow(List.of(ROWS), settings(20, 3, 0.8));

        BoostedTrees again = BoostedTrees.of(
                model.startMargin(),
                SampleLeads.WIDTH,
                model.starts(),
                model.nodeFeatures(),
                model.edges(),
                model.missingBelow(),
                model.values());

        assertThat(again.size()).isEqualTo(20);
        for (int row = 0; row < 300; row++) {
            float[] features = SampleLeads.row(ROWS, row);
            assertThat(again.margin(features)).isEqualTo(model.margin(features));
            assertThat(again.contributions(features)).isEqualTo(model.contributions(features));
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> settings(0, 3, 1)).hasMessageContaining("trees (0)");
        assertThatThrownBy(() -> settings(10, 99, 1)).hasMessageContaining("depth (99)");
        assertThatThrownBy(() -> settings(10, 3, 0)).hasMessageContaining("rowShare (0.0)");
        assertThatThrownBy(() -> BinPlan.of(1, new float[1], 1)).hasMessageContaining("number of bins (1)");
        assertThatThrownBy(() -> BoostedTrees.startMargin(0, 10)).hasMessageContaining("Of 10 rows 0");
    }

    private static BoostingSettings settings(int trees, int depth, double rowShare) {
        return new BoostingSettings(trees, depth, 0.1, 1, 2, rowShare, 1, 9);
    }

    private static BoostedTrees grow(List<Examples> groups, BoostingSettings settings) {
        long positives = SampleLeads.positives(ROWS);
        double start = BoostedTrees.startMargin(positives, ROWS.rows());
        List<BoostingRows> rows = groups.stream()
                .map(group -> new BoostingRows(group, PLAN, settings, start))
                .toList();
        return BoostedTrees.grow(new Groups(rows), PLAN, settings, positives, ROWS.rows());
    }

    /** Second-order objective of a stump, by its definition. */
    private static double remaining(int feature, int bin, boolean missingBelow) {
        double[][] sums = new double[2][2];
        double rate = SampleLeads.positives(ROWS) / (double) ROWS.rows();
        for (int row = 0; row < ROWS.rows(); row++) {
            int at = PLAN.bin(feature, ROWS.get(row, feature));
            double[] side = sums[(at == 0 ? missingBelow : at <= bin) ? 0 : 1];
            side[0] += rate - (ROWS.outcomes()[row] ? 1 : 0);
            side[1] += rate * (1 - rate);
        }
        double total = 0;
        for (double[] side : sums) {
            total -= side[0] * side[0] / (side[1] + 0.5) / 2;
        }
        return total;
    }

    /** The same objective for the margins of a model, ridge of the two leaves included. */
    private static double objective(IntToDoubleFunction margin) {
        double rate = SampleLeads.positives(ROWS) / (double) ROWS.rows();
        double start = Math.log(rate / (1 - rate));
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < ROWS.rows(); row++) {
            double move = margin.applyAsDouble(row) - start;
            least = Math.min(least, move);
            most = Math.max(most, move);
            total += (rate - (ROWS.outcomes()[row] ? 1 : 0)) * move + rate * (1 - rate) * move * move / 2;
        }
        return total + 0.25 * (least * least + most * most);
    }

    private record Groups(List<BoostingRows> rows) implements BoostedTrees.RowSource {
        @Override
        public void begin(int tree) {
            rows.forEach(group -> group.begin(tree));
        }

        @Override
        public GradientSums sum(BoostedTrees.Level level) {
            GradientSums sums = level.nothing(PLAN);
            for (BoostingRows group : rows) {
                GradientSums part = level.nothing(PLAN);
                level.addTo(part, group);
                sums.add(part);
            }
            return sums;
        }

        @Override
        public void end(BoostedTrees.Level grown) {
            rows.forEach(grown::endAt);
        }
    }
}
