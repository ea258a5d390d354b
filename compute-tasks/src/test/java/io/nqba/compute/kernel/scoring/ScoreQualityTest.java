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

    @Test
    void whatIsKnownAfterwardsIsFlaggedAndTheDateIsNot() {
        SplittableRandom random = new SplittableRandom(12);
        // Four features over six windows: the outcome with little noise, the window, and two weak ones.
        long[][][][] counts = new long[4][6][8][2];
        for (int row = 0; row < 30_000; row++) {
            int window = random.nextInt(6);
            boolean outcome = random.nextDouble() < 0.03 + 0.09 * window;
            int side = outcome ? 1 : 0;
            counts[0][window][Math.min(7, random.nextInt(4) + 4 * side)][side]++;
            counts[1][window][window][side]++;
            counts[2][window][random.nextInt(7) + (random.nextInt(4) == 0 ? side : 0)][side]++;
            counts[3][window][random.nextInt(8)][side]++;
        }
        double[] areas = new double[4];
        for (int j = 0; j < 4; j++) {
            areas[j] = LeakageCheck.areaWithinWindows(counts[j]);
        }

        assertThat(areas[0]).isGreaterThan(0.95);
        assertThat(areas[1]).as("tells the window only").isEqualTo(0.5);
        assertThat(LeakageCheck.flagged(areas)).containsExactly(true, false, false, false);
    }

    @Test
    void whatKeepsChangingIsUnstable() {
        long[][] date = new long[8][8];
        long[][] steady = new long[8][8];
        long[][] once = new long[8][8];
        for (int window = 0; window < 8; window++) {
            date[window][window] = 1_000;
            for (int bin = 0; bin < 8; bin++) {
                steady[window][bin] = 100L + bin;
                once[window][bin] = window == 5 && bin > 0 ? 0 : 100;
            }
        }

        assertThat(Stability.typicalShift(date)).isGreaterThan(Stability.MUCH);
        assertThat(Stability.typicalShift(steady)).isLessThan(0.01);
        assertThat(Stability.typicalShift(once)).as("moved in one window only").isLessThan(Stability.MUCH);
        assertThat(Stability.typicalShift(new long[][] {{1, 2}})).isZero();
    }

    @Test
    void theCurveTellsWhatScoresCameTo() {
        SplittableRandom random = new SplittableRandom(21);
        ScoreCounts counts = new ScoreCounts();
        for (int row = 0; row < 40_000; row++) {
            double score = random.nextDouble();
            counts.add(score, random.nextDouble() < score);
        }

        double[][] curve = counts.curve(10);

        assertThat(curve[0]).hasSize(10);
        for (int group = 0; group < 10; group++) {
            assertThat(curve[0][group]).isCloseTo(0.05 + 0.1 * group, within(0.01));
            assertThat(curve[1][group]).isCloseTo(curve[0][group], within(0.03));
        }
        assertThat(counts.tenths()).hasSize(10);
        assertThat(new ScoreCounts().curve(10)[0]).isEmpty();
    }
}
