package io.nqba.compute.kernel.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorModelTest {
    private static final double DAYS = 252;

    @SeededTest(tries = 5)
    void everyAssetKeepsItsOwnVariance(long seed) {
        double[][] series = series(new SplittableRandom(seed), 30, 500);

        FactorModel model = FactorModel.estimate(ReturnMatrix.of(series), 5, DAYS);

        for (int j = 0; j < 30; j++) {
            double variance = variance(series[j]) * DAYS;
            assertThat(model.covariance(j, j)).isCloseTo(variance, within(1e-9 * variance));
        }
    }

    @SeededTest(tries = 5)
    void factorsFindTheCovarianceThatTheReturnsCameFrom(long seed) {
        var random = new SplittableRandom(seed);
        double[][] loadings = new double[40][];
        Arrays.setAll(loadings, j -> new double[] {random.nextDouble(0.1, 0.3), random.nextDouble(-0.3, 0.3)});
        FactorModel truth =
                FactorModel.of(loadings, random.doubles(40, 0.02, 0.06).toArray());
        double[][] series = new double[40][20_000];
        for (int t = 0; t < 20_000; t++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            for (int j = 0; j < 40; j++) {
                double yearly = truth.loading(j, 0) * first
                        + truth.loading(j, 1) * second
                        + Math.sqrt(truth.own(j)) * random.nextGaussian();
                series[j][t] = Math.max(-0.9, yearly / Math.sqrt(DAYS));
            }
        }

        FactorModel model = FactorModel.estimate(ReturnMatrix.of(series), 2, DAYS);

        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(model.covariance(i, j)).isCloseTo(truth.covariance(i, j), within(0.012));
            }
        }
    }

    @Test
    void twoNodesEstimateTheSameBits() {
        double[][] series = series(new SplittableRandom(7), 50, 300);
        series[3][5] = Double.NaN;

        FactorModel here = FactorModel.estimate(ReturnMatrix.of(series), 8, DAYS);
        FactorModel there = FactorModel.estimate(ReturnMatrix.of(series), 8, DAYS);

        assertThat(there.rows()).isEqualTo(here.rows());
    }

    @Test
    void assetThatNeverMovesIsRefused() {
        double[][] series = series(new SplittableRandom(8), 3, 100);
        Arrays.fill(series[1], 0);

        assertThatThrownBy(() -> FactorModel.estimate(ReturnMatrix.of(series), 2, DAYS))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("Asset 1 has too few returns (100) for its risk, or its price never moved.");
    }

    private static double[][] series(SplittableRandom random, int assets, int days) {
        double[][] series = new double[assets][days];
        for (int t = 0; t < days; t++) {
            double market = 0.008 * random.nextGaussian();
            for (int j = 0; j < assets; j++) {
                series[j][t] = market + 0.01 * random.nextGaussian();
            }
        }
        return series;
    }

    private static double variance(double[] series) {
        double mean = Arrays.stream(series).average().orElseThrow();
        return Arrays.stream(series).map(r -> (r - mean) * (r - mean)).sum() / (series.length - 1);
    }
}
