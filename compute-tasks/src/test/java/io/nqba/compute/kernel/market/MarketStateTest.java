package io.nqba.compute.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.backtest.SamplePrices;
import io.nqba.testing.SeededTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarketStateTest {
    private static final double GAP = Double.NaN;

    @Test
    void theIndexIsTheMeanReturnOfWhatHasOne() {
        double[] returns = MarketIndex.returns(new double[][] {{100, 110, GAP, 121}, {GAP, 50, 45, 45}});

        assertThat(returns).containsExactly(new double[] {0.1, -0.1, 0.05}, within(1e-12));
        assertThat(MarketIndex.drawdowns(MarketIndex.wealth(returns)))
                .containsExactly(new double[] {0, 0, 0.1, 1 - 0.9 * 1.05}, within(1e-12));
        assertThatThrownBy(() -> MarketIndex.returns(new double[][] {{1}})).hasMessageContaining("there are 1 days");
    }

    @Test
    void volatilityStartsWithAPlainMeanAndForgetsSlowly() {
        double[] returns = new double[40];
        Arrays.setAll(returns, t -> t % 2 == 0 ? 0.01 : -0.01);
        returns[30] = 0.05;

        double[] volatility = MarketIndex.volatility(returns, 0.9);

        assertThat(volatility[18]).isNaN();
        assertThat(volatility[29]).isCloseTo(0.01 * Math.sqrt(252), within(1e-12));
        assertThat(volatility[30]).isCloseTo(Math.sqrt((0.9 * 1e-4 + 0.1 * 25e-4) * 252), within(1e-12));
        assertThat(volatility[31]).isLessThan(volatility[30]);
    }

    @Test
    void aRegimeIsLeftLaterThanItIsEntered() {
        double[] figure = new double[306];
        for (int t = 0; t < 300; t++) {
            figure[t] = t % 100;
        }
        double[] then = {85, 75, 60, 75, 10, 30};
        System.arraycopy(then, 0, figure, 300, 6);

        Regimes regimes = Regimes.of(figure);

        assertThat(regimes.regime(249)).isEqualTo(Regime.UNKNOWN);
        assertThat(regimes.rank(300)).isCloseTo(0.855, within(0.01));
        assertThat(Arrays.stream(new int[] {300, 301, 302, 303, 304, 305})
                        .mapToObj(regimes::regime)
                        .toList())
                .containsExactly(Regime.HIGH, Regime.HIGH, Regime.NORMAL, Regime.NORMAL, Regime.LOW, Regime.LOW);
        assertThat(regimes.current()).isEqualTo(Regime.LOW);
        assertThat(regimes.lasting()).isEqualTo(2);
        assertThat(regimes.share(Regime.HIGH) + regimes.share(Regime.LOW) + regimes.share(Regime.NORMAL))
                .isCloseTo(1, within(1e-12));
    }

    @SeededTest(tries = 5)
    void aDayIsJudgedByItsPastAlone(long seed) {
        double[] figure = new SplittableRandom(seed).doubles(600).toArray();
        double[] shorter = Arrays.copyOf(figure, 450);

        Regimes all = Regimes.of(figure);
        Regimes then = Regimes.of(shorter);

        for (int day = 0; day < 450; day++) {
            assertThat(all.regime(day)).isEqualTo(then.regime(day));
        }
    }

    @SeededTest(tries = 10)
    void comovementIsThatOfTheCorrelationMatrix(long seed) {
        var random = new SplittableRandom(seed);
        int assets = 2 + random.nextInt(8);
        double[][] closes = SamplePrices.walks(random, assets, 100);

        Comovement found = Comovement.of(closes, 99, 60, true);

        double[][] correlation = correlation(closes, 99, 60);
        double sum = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < i; j++) {
                sum += correlation[i][j];
            }
        }
        assertThat(found.instruments()).isEqualTo(assets);
        assertThat(found.meanCorrelation()).isCloseTo(sum * 2 / assets / (assets - 1), within(1e-10));
        assertThat(found.largestShare() * assets).isCloseTo(largest(correlation), within(1e-6));
    }

    @Test
    void comovementLeavesOutWhatHasAGap() {
        double[][] closes = SamplePrices.walks(new SplittableRandom(2), 3, 50);
        closes[1][40] = GAP;

        assertThat(Comovement.of(closes, 49, 20, false).instruments()).isEqualTo(2);
        assertThat(Comovement.of(closes, 10, 20, false).meanCorrelation()).isNaN();
        // Two that always move alike.
        double[][] twins = {closes[0], closes[0].clone()};
        assertThat(Comovement.of(twins, 49, 20, true).meanCorrelation()).isCloseTo(1, within(1e-12));
        assertThat(Comovement.of(twins, 49, 20, true).largestShare()).isCloseTo(1, within(1e-9));
    }

    @Test
    void breadthCountsWhoTakesPart() {
        double[] rising = new double[260];
        double[] falling = new double[260];
        double[] young = new double[260];
        Arrays.setAll(rising, t -> 100 + t);
        Arrays.setAll(falling, t -> 1000 - t);
        Arrays.fill(young, GAP);
        young[258] = 10;
        young[259] = 11;
        double[] gone = new double[260];
        Arrays.fill(gone, 5);
        gone[259] = GAP;

        Breadth breadth = Breadth.of(new double[][] {rising, falling, young, gone}, 259);

        assertThat(breadth.aboveAverage()).isEqualTo(0.5);
        assertThat(breadth.advancing()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(breadth.newHighs()).isEqualTo(0.5);
        assertThat(breadth.newLows()).isEqualTo(0.5);
        assertThat(Breadth.of(new double[][] {rising}, 0).aboveAverage()).isNaN();
    }

    @Test
    void robustScoreIsNotInflatedByWildValues() {
        double[] usual = new double[101];
        Arrays.setAll(usual, t -> t - 50);

        // Median 0, median absolute deviation 25.
        assertThat(RobustScore.of(100, usual)).isCloseTo(100 / (25 * 1.4826022185056018), within(1e-9));
        usual[100] = 1e9;
        assertThat(RobustScore.of(100, usual)).isCloseTo(100 / (25 * 1.4826022185056018), within(0.1));
        assertThat(RobustScore.of(1, new double[30])).isNaN();
        assertThat(RobustScore.of(1, new double[5])).isNaN();
        assertThat(RobustScore.of(GAP, usual)).isNaN();
    }

    @Test
    void theCrisisOf2008IsHighInVolatilityAndCorrelation() throws IOException {
        double[][] closes = SamplePrices.real();
        double[] returns = MarketIndex.returns(closes);
        // 2008-10-10 is day 4735 of the set, 2017-06-30 day 6930.
        Regimes volatility = Regimes.of(MarketIndex.volatility(returns, 0.94));

        assertThat(volatility.regime(4734)).isEqualTo(Regime.HIGH);
        assertThat(volatility.regime(6929)).isEqualTo(Regime.LOW);
        assertThat(Comovement.of(closes, 4760, 63, true).meanCorrelation())
                .isGreaterThan(2 * Comovement.of(closes, 6929, 63, true).meanCorrelation());
    }

    private static double[][] correlation(double[][] closes, int to, int window) {
        int assets = closes.length;
        double[][] rows = new double[assets][window];
        for (int j = 0; j < assets; j++) {
            for (int t = 0; t < window; t++) {
                rows[j][t] = closes[j][to - window + t + 1] / closes[j][to - window + t] - 1;
            }
            double mean = Arrays.stream(rows[j]).average().orElseThrow();
            for (int t = 0; t < window; t++) {
                rows[j][t] -= mean;
            }
        }
        double[][] correlation = new double[assets][assets];
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                correlation[i][j] = dot(rows[i], rows[j]) / Math.sqrt(dot(rows[i], rows[i]) * dot(rows[j], rows[j]));
            }
        }
        return correlation;
    }

    /** By squaring the matrix again and again. */
    private static double largest(double[][] matrix) {
        double[][] power = matrix;
        for (int k = 0; k < 30; k++) {
            double[][] square = new double[matrix.length][matrix.length];
            double trace = 0;
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j < matrix.length; j++) {
                    square[i][j] = dot(power[i], power[j]);
                }
                trace += square[i][i];
            }
            for (double[] row : square) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= trace;
                }
            }
            power = square;
        }
        double[] vector = power[0];
        double[] image = new double[vector.length];
        Arrays.setAll(image, i -> dot(matrix[i], vector));
        return Math.sqrt(dot(image, image) / dot(vector, vector));
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int t = 0; t < first.length; t++) {
            sum += first[t] * second[t];
        }
        return sum;
    }
}
