package io.nqba.compute.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.Covariances;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BookRiskTest {
    @SeededTest(tries = 10)
    void anyGroupingOfThePositionsGivesTheSameBits(long seed) {
        var random = new SplittableRandom(seed);
        double[][] returns = returns(random, 60, 80);
        double[] values = random.doubles(60, -1e7, 1e8).toArray();
        BookScenarios whole = new BookScenarios(80);
        BookScenarios[] parts = {new BookScenarios(80), new BookScenarios(80), new BookScenarios(80)};
        for (int j = 0; j < 60; j++) {
            whole.add(values[j], returns[j]);
            parts[random.nextInt(3)].add(values[59 - j], returns[59 - j]);
        }

        parts[2].merge(parts[0]);
        parts[1].merge(parts[2]);

        assertThat(parts[1].positions()).isEqualTo(60);
        assertThat(parts[1].profits()).isEqualTo(whole.profits());
        assertThat(parts[1].tailLoss(0.95)).isEqualTo(whole.tailLoss(0.95));
        double first = 0;
        for (int j = 0; j < 60; j++) {
            first += values[j] * returns[j][0];
        }
        assertThat(whole.profits()[0]).isCloseTo(first, within(1e-5));
    }

    @SeededTest(tries = 10)
    void contributionsSumToTheWhole(long seed) {
        var random = new SplittableRandom(seed);
        double[][] returns = returns(random, 6, 120);
        SymmetricMatrix covariance = Covariances.sample(ReturnMatrix.of(returns), 252);
        double[] weights = random.doubles(6, -0.2, 0.6).toArray();

        RiskContributions volatility = RiskContributions.toVolatility(covariance, weights);
        RiskContributions shortfall = RiskContributions.toShortfall(returns, weights, 0.9);

        assertThat(Arrays.stream(volatility.component()).sum()).isCloseTo(volatility.total(), within(1e-12));
        assertThat(Arrays.stream(shortfall.component()).sum()).isCloseTo(shortfall.total(), within(1e-12));
        double step = 1e-6;
        double[] moved = weights.clone();
        moved[2] += step;
        double slope = (RiskContributions.toVolatility(covariance, moved).total() - volatility.total()) / step;
        assertThat(volatility.marginal()[2]).isCloseTo(slope, within(1e-5));
    }

    @Test
    void drawdownFindsTheDeepestFallAndItsRecovery() {
        Drawdown drawdown = Drawdown.deepest(new double[] {10, 12, 9, 11, 12, 6, 8, 12.5, 11});

        assertThat(drawdown).isEqualTo(new Drawdown(0.5, 1, 5, 7, 1 - 11 / 12.5));
        assertThat(Drawdown.deepest(new double[] {1, 2, 3})).isEqualTo(new Drawdown(0, 0, 0, 0, 0));
        assertThat(Drawdown.deepest(new double[] {4, 1, 2}).recovery()).isEqualTo(-1);
        assertThatThrownBy(() -> Drawdown.deepest(new double[] {1, -1}))
                .hasMessageContaining("The value (-1.0) at 1 must be above 0 and finite.");
    }

    @Test
    void exposuresAreTheTextbookOnes() {
        double[] market = {0.01, -0.02, 0.03, 0.005};
        double[] levered = Arrays.stream(market).map(r -> 1.5 * r + 0.001).toArray();

        assertThat(Exposures.beta(levered, market)).isCloseTo(1.5, within(1e-12));
        assertThat(Exposures.shocked(new double[] {0.6, -0.4}, new double[] {-0.2, 0.1}))
                .isCloseTo(-0.16, within(1e-15));
        assertThat(Exposures.windowShocks(new double[][] {{0.1, -0.5, 0.2}}, 0, 2)[0])
                .isCloseTo(-0.45, within(1e-15));
        assertThat(Exposures.effectiveNames(new double[] {0.25, 0.25, -0.25, 0.25}))
                .isCloseTo(4, within(1e-12));
        assertThat(Exposures.shareOfLargest(new double[] {0.1, -0.5, 0.4}, 2)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void liquidityCountsTheDaysOfSelling() {
        double[] positions = {1000, -500, 0};
        double[] traded = {1000, 5000, 10};

        double[] days = Exposures.daysToSell(positions, traded, 0.2);

        assertThat(days).containsExactly(new double[] {5, 0.5, 0}, within(1e-12));
        assertThat(Exposures.shareSoldWithin(1, positions, days)).isCloseTo((200 + 500) / 1500.0, within(1e-12));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new BookScenarios(3).add(1, new double[2]))
                .hasMessageContaining("A position (value 1.0) has 2 scenarios, the book has 3.");
        assertThatThrownBy(() -> new BookScenarios(3).merge(new BookScenarios(2)))
                .hasMessageContaining("The parts have 3 and 2 scenarios.");
        assertThatThrownBy(() -> Exposures.beta(new double[2], new double[2]))
                .hasMessageContaining("The benchmark never moves.");
        assertThatThrownBy(() -> Exposures.daysToSell(new double[1], new double[1], 2))
                .hasMessageContaining("The participation (2.0) must be above 0 and at most 1.");
        assertThatThrownBy(() -> Exposures.windowShocks(new double[1][5], 3, 9))
                .hasMessageContaining("The window (3 to 9) must lie within the 5 periods.");
    }

    private static double[][] returns(SplittableRandom random, int assets, int periods) {
        double[][] returns = new double[assets][];
        Arrays.setAll(returns, j -> TailLossTest.skewed(random, periods));
        return returns;
    }
}
