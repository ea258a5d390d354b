package io.nqba.compute.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreQualityTest {
    @Test
    void areaIsTheShareOfPairsInOrder() {
        SplittableRandom random = new SplittableRandom(8);
        double[] scores = new double[300];
        boolean[] outcomes = new boolean[300];
        ScoreCounts counts = new ScoreCounts();
        for (int row = 0; row < 300; row++) {
            scores[row] = random.nextInt(40) / 40.0;
            outcomes[row] = random.nextDouble() < scores[row];
            counts.add(scores[row], outcomes[row]);
        }
        double ordered = 0;
        double pairs = 0;
        for (int a = 0; a < 300; a++) {
            for (int b = 0; b < 300; b++) {
                if (outcomes[a] && !outcomes[b]) {
                    pairs++;
                    ordered += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
                }
            }
        }

        assertThat(counts.areaUnderCurve()).isCloseTo(ordered / pairs, within(1e-12));
    }

    @Test
    void liftCountsTheEdgeInPart() {
        ScoreCounts counts = new ScoreCounts();
        counts.add(0.9, true);
        counts.add(0.8, true);
        counts.add(0.8, false);
        for (int row = 0; row < 7; row++) {
            counts.add(0.1, false);
        }

        assertThat(counts.lift(0.1)).isCloseTo(5, within(1e-12));
        assertThat(counts.lift(0.2)).isCloseTo(1.5 / 2 * 5, within(1e-12));
        assertThat(counts.lift(1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void groupsSumToTheWhole() {
        ScoreCounts whole = new ScoreCounts();
        ScoreCounts sum = new ScoreCounts();
        ScoreCounts part = new ScoreCounts();
        for (int row = 0; row < 100; row++) {
            whole.add(row / 100.0, row % 3 == 0);
            (row % 2 == 0 ? sum : part).add(row / 100.0, row % 3 == 0);
        }
        sum.add(part);

        assertThat(sum.rows()).isEqualTo(100);
        assertThat(sum.areaUnderCurve()).isEqualTo(whole.areaUnderCurve());
        assertThat(sum.brier()).isCloseTo(whole.brier(), within(1e-12));
    }

    @Test
    void brierIsTheMeanSquaredError() {
        ScoreCounts counts = new ScoreCounts();
        counts.add(0.5, true);
        counts.add(0.2, false);

        assertThat(counts.brier()).isCloseTo((0.25 + 0.04) / 2, within(1e-12));
    }

    @Test
    void calibratedProbabilitiesComeTrueAndKeepTheOrder() {
        SplittableRandom random = new SplittableRandom(4);
        ScoreCounts training = new ScoreCounts();
        for (int row = 0; row < 20_000; row++) {
            double score = random.nextDouble();
            training.add(score, random.nextDouble() < score * score);
        }

        Calibration calibration = Calibration.of(training);

        double before = 0;
        for (double score = 0; score <= 1; score += 0.01) {
            double probability = calibration.probability(score);
            assertThat(probability).isBetween(before, 1.0).isCloseTo(score * score, within(0.08));
            before = probability;
        }
    }

    @Test
    void neighboursOutOfOrderArePooled() {
        ScoreCounts counts = new ScoreCounts();
        counts.add(0.2, true);
        counts.add(0.4, false);
        counts.add(0.6, true);
        counts.add(0.6, true);

        Calibration calibration = Calibration.of(counts);

        assertThat(calibration.probability(0.1))
                .isEqualTo(calibration.probability(0.4))
                .isCloseTo(0.5, within(1e-12));
        assertThat(calibration.probability(0.6))
                .isEqualTo(calibration.probability(1))
                .isCloseTo(2.5 / 3, within(1e-12));
    }

    @Test
    void driftIsNothingForTheSameAndMuchForTheOther() {
        assertThat(Drift.populationStability(new long[] {500, 300, 200}, new long[] {50, 30, 20}))
                .isLessThan(0.001);
        assertThat(Drift.populationStability(new long[] {500, 300, 200}, new long[] {200, 300, 500}))
                .isCloseTo(2 * 0.3 * Math.log(2.5), within(0.005));
        assertThat(Drift.populationStability(new long[] {1000, 0}, new long[] {0, 1000}))
                .isFinite();
    }
}
