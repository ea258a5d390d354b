package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    private static final double GAP = Double.NaN;

    /** Prices and covariance of a published example with five days of three assets. */
    private static final double[][] PRICES = {
        {4.0, 4.2, 3.9, 4.3, 4.1}, {2.0, 2.1, 2.0, 2.1, 2.2}, {0.6, 0.59, 0.58, 0.62, 0.63}
    };

    @Test
    void sampleCovarianceIsThePublishedOne() {
        SymmetricMatrix covariance = Covariances.sample(ReturnMatrix.fromPrices(PRICES), 1);

        assertThat(covariance.get(0, 0)).isCloseTo(0.006661687937656102, within(1e-15));
        assertThat(covariance.get(0, 1)).isCloseTo(0.00264970955585574, within(1e-15));
        assertThat(covariance.get(2, 0)).isCloseTo(0.0020849735375206195, within(1e-15));
        assertThat(covariance.get(1, 2)).isCloseTo(0.00096770864287974, within(1e-15));
    }

    @Test
    void gapsInsideASeriesTakeThePriceBeforeAndEmptyDaysAreLeftOut() {
        double[][] prices = {{GAP, GAP, 10, GAP, 11}, {GAP, GAP, GAP, 20, 30}};

        ReturnMatrix returns = ReturnMatrix.fromPrices(prices);

        assertThat(returns.periods()).isEqualTo(2);
        assertThat(returns.copyOf(0)).containsExactly(new double[] {0, 0.1}, within(1e-15));
        assertThat(returns.get(1, 0)).isNaN();
        assertThat(returns.get(1, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(returns.completePeriods().periods()).isEqualTo(1);
    }

    @Test
    void growthCompoundsAndMeanDoesNot() {
        ReturnMatrix returns = ReturnMatrix.of(new double[][] {{0.1, -0.1, 0.2, GAP}});

        assertThat(ExpectedReturns.historicalMean(returns, 3)[0]).isCloseTo(0.2, within(1e-12));
        assertThat(ExpectedReturns.historicalGrowth(returns, 3)[0]).isCloseTo(1.1 * 0.9 * 1.2 - 1, within(1e-12));
    }

    /** Weights 1/4, 1/2, 1 for a span of 3 periods. */
    @Test
    void exponentialWeightsHalveWithEachPeriod() {
        ReturnMatrix returns = ReturnMatrix.of(new double[][] {{0.04, 0.02, 0.01}});

        double expected = (0.04 / 4 + 0.02 / 2 + 0.01) / 1.75;
        assertThat(ExpectedReturns.exponentiallyWeighted(returns, 3, 1)[0]).isCloseTo(expected, within(1e-15));
    }

    @Test
    void assetsThatMoveTwiceAsMuchAsTheMarketExpectTwiceItsExcess() {
        double[] market = {0.01, -0.005, 0.02, 0.004};
        ReturnMatrix returns = ReturnMatrix.of(
                new double[][] {market, Arrays.stream(market).map(r -> 2 * r).toArray()});

        double[] expected = ExpectedReturns.capm(returns, market, 0.02, 4);

        double growth = 1.01 * 0.995 * 1.02 * 1.004 - 1;
        assertThat(expected[0]).isCloseTo(growth, within(1e-12));
        assertThat(expected[1]).isCloseTo(0.02 + 2 * (growth - 0.02), within(1e-12));
    }

    @SeededTest(tries = 10)
    void longMemoryTendsToTheSampleCovariance(long seed) {
        ReturnMatrix returns = SampleUniverses.returns(new SplittableRandom(seed), 5, 400);

        SymmetricMatrix sample = Covariances.sample(returns, 252);
        SymmetricMatrix weighted = Covariances.exponentiallyWeighted(returns, 1e12, 252);

        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat(weighted.get(i, j) * 400 / 399).isCloseTo(sample.get(i, j), within(1e-9));
            }
        }
    }

    @Test
    void semicovarianceCountsOnlyShortfalls() {
        ReturnMatrix returns = ReturnMatrix.of(new double[][] {{0.1, -0.1, -0.2, 0.3}, {0.1, -0.2, 0.1, -0.3}});

        SymmetricMatrix semi = Covariances.semicovariance(returns, 0, 1);

        assertThat(semi.get(0, 1)).isCloseTo(0.02 / 4, within(1e-15));
        assertThat(semi.get(0, 0)).isCloseTo(0.05 / 4, within(1e-15));
    }

    @SeededTest(tries = 10)
    void shrinkageLiesBetweenSampleAndTargetAndFallsWithMoreData(long seed) {
        ReturnMatrix few = SampleUniverses.returns(new SplittableRandom(seed), 12, 40);
        ReturnMatrix many = SampleUniverses.returns(new SplittableRandom(seed), 12, 4000);

        assertThat(Shrinkage.constantVariance(few, 252).intensity())
                .isBetween(Shrinkage.constantVariance(many, 252).intensity(), 1.0);
        assertThat(Shrinkage.oracleApproximating(few, 252).intensity())
                .isBetween(Shrinkage.oracleApproximating(many, 252).intensity(), 1.0);
        assertThat(Shrinkage.singleFactor(few, 252).intensity()).isBetween(0.0, 1.0);
        assertThat(Shrinkage.constantCorrelation(few, 252).intensity()).isBetween(0.0, 1.0);
        assertThat(PositiveSemidefinite.holds(Shrinkage.singleFactor(few, 252).covariance()))
                .isTrue();
    }

    /** Eigenvalues 1 ± 0.9·√2: the repaired matrix keeps the positive ones and is as near as can be. */
    @Test
    void negativeEigenvaluesBecomeZero() {
        SymmetricMatrix broken = SymmetricMatrix.of(new double[][] {{1, 0.9, 0}, {0.9, 1, 0.9}, {0, 0.9, 1}});

        SymmetricMatrix repaired = PositiveSemidefinite.repair(broken);

        double root = Math.sqrt(2);
        double negative = 1 - 0.9 * root;
        double[] vector = {0.5, -root / 2, 0.5};
        assertThat(repaired.form(vector)).isCloseTo(0, within(1e-12));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double wanted = broken.get(i, j) - negative * vector[i] * vector[j];
                assertThat(repaired.get(i, j)).isCloseTo(wanted, within(1e-12));
            }
        }
    }

    @SeededTest(tries = 10)
    void repairLeavesACovarianceAlone(long seed) {
        SymmetricMatrix covariance =
                Covariances.sample(SampleUniverses.returns(new SplittableRandom(seed), 9, 60), 252);

        assertThat(PositiveSemidefinite.repair(covariance)).isSameAs(covariance);
    }

    @Test
    void badPricesAreNamed() {
        assertThatThrownBy(() -> ReturnMatrix.fromPrices(new double[][] {{1, 2}, {3, -4}}))
                .hasMessageContaining("The price (-4.0) of asset 1 on day 1 must be above 0 and finite.");
        assertThatThrownBy(() -> ReturnMatrix.fromPrices(new double[][] {{1, 2}, {3}}))
                .hasMessageContaining("Asset 1 has 1 prices, asset 0 has 2.");
        assertThatThrownBy(() -> ReturnMatrix.fromPrices(new double[0][])).hasMessageContaining("has no asset");
        assertThatThrownBy(() -> ReturnMatrix.of(new double[][] {{0.1, -1}}))
                .hasMessageContaining("The return (-1.0) of asset 0 in period 1 must be above -1 and finite.");
        assertThatThrownBy(() -> ExpectedReturns.historicalMean(ReturnMatrix.of(new double[][] {{GAP, GAP}}), 252))
                .hasMessageContaining("Asset 0 has too few returns (0) for an estimate.");
        ReturnMatrix apart = ReturnMatrix.of(new double[][] {{0.1, 0.2, GAP}, {GAP, 0.1, 0.3}});
        assertThatThrownBy(() -> Covariances.sample(apart, 252))
                .hasMessageContaining("Assets 1 and 0 have fewer than two periods in common.");
    }
}
