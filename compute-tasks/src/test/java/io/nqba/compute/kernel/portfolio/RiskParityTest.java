package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskParityTest {
    @SeededTest(tries = 20)
    void everyAssetCarriesItsShare(long seed) {
        var random = new SplittableRandom(seed);
        int assets = 1 + random.nextInt(60);
        SymmetricMatrix covariance = SampleUniverses.any(random, assets).covariance();
        double[] shares = random.doubles(assets, 0.1, 1).toArray();
        double total = Arrays.stream(shares).sum();
        Arrays.setAll(shares, j -> shares[j] / total);

        double[] weights = RiskParity.weights(covariance, shares);

        assertThat(RiskParity.contributions(covariance, weights)).containsExactly(shares, within(1e-10));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
    }

    @Test
    void uncorrelatedAssetsAreHeldAgainstTheirDeviations() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0.04}});

        assertThat(RiskParity.equalContributions(covariance))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @SeededTest(tries = 10)
    void hierarchicalWeightsArePositiveAndFollowTheOrderOfTheAssets(long seed) {
        var random = new SplittableRandom(seed);
        int assets = 2 + random.nextInt(30);
        SymmetricMatrix covariance = SampleUniverses.any(random, assets).covariance();

        double[] weights = HierarchicalRiskParity.weights(covariance);
        double[] scaled = HierarchicalRiskParity.weights(covariance.scaled(7, 0));

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
        assertThat(scaled).containsExactly(weights, within(1e-12));
    }

    @Test
    void oneAssetTakesAll() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.01}});

        assertThat(HierarchicalRiskParity.weights(covariance)).containsExactly(1);
        assertThat(RiskParity.equalContributions(covariance)).containsExactly(1);
    }

    @Test
    void assetsThatNeverMoveAreRefused() {
        SymmetricMatrix covariance = SymmetricMatrix.of(new double[][] {{0.01, 0}, {0, 0}});

        assertThatThrownBy(() -> RiskParity.equalContributions(covariance))
                .hasMessageContaining("Asset 1 has the risk share 0.5 (sum 1.0) and the variance 0.0.");
    }
}
