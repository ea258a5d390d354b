package io.nqba.compute.kernel.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.portfolio.LotOptimiser.Lots;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LotOptimiserTest {
    @SeededTest(tries = 15)
    void threeAssetsReachTheBestOfAllLots(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 3);
        double[] target = new MeanVariance(universe, PortfolioLimits.longOnly(3))
                .minimumVolatility()
                .weights();
        double[] prices = random.doubles(3, 20, 300).toArray();

        Lots lots = new LotOptimiser(universe.covariance(), target, null, prices, 2000).search(400, seed);

        assertThat(lots.loss()).isCloseTo(bestOfAll(universe.covariance(), target, prices, 2000), within(1e-12));
        checkBudget(lots, prices, 2000);
    }

    @SeededTest(tries = 10)
    void moreCapitalComesCloserAndAnnealingIsNoWorseThanDescent(long seed) {
        var random = new SplittableRandom(seed);
        Universe universe = SampleUniverses.any(random, 20);
        double[] target = new MeanVariance(universe, PortfolioLimits.longOnly(20))
                .quadraticUtility(5)
                .weights();
        double[] prices = random.doubles(20, 10, 400).toArray();

        Lots descent = new LotOptimiser(universe.covariance(), target, null, prices, 20_000).search(0, seed);
        Lots annealed = new LotOptimiser(universe.covariance(), target, null, prices, 20_000).search(200, seed);
        Lots rich = new LotOptimiser(universe.covariance(), target, null, prices, 50_000_000).search(0, seed);

        assertThat(annealed.loss()).isBetween(0.0, descent.loss());
        assertThat(rich.loss()).isLessThan(1e-9).isLessThanOrEqualTo(annealed.loss());
        checkBudget(annealed, prices, 20_000);
    }

    @Test
    void sameSeedGivesTheSameShares() {
        Universe universe = SampleUniverses.any(new SplittableRandom(2), 10);
        double[] target = new double[10];
        Arrays.fill(target, 0.1);
        double[] prices = new SplittableRandom(3).doubles(10, 10, 400).toArray();
        LotOptimiser optimiser = new LotOptimiser(universe.covariance(), target, null, prices, 5_000);

        assertThat(optimiser.search(50, 7).shares())
                .isEqualTo(optimiser.search(50, 7).shares());
    }

    @Test
    void badInputIsNamed() {
        SymmetricMatrix risk = SymmetricMatrix.of(new double[][] {{1, 0}, {0, 1}});

        assertThatThrownBy(() -> new LotOptimiser(risk, new double[] {0.5, 0.5}, null, new double[] {1, 0}, 10))
                .hasMessageContaining("The price (0.0) of asset 1 must be above 0");
        assertThatThrownBy(() -> new LotOptimiser(risk, new double[] {0.9, 0.5}, null, new double[] {1, 1}, 10))
                .hasMessageContaining("The weights sum to 1.4, more than the whole (1).");
        assertThatThrownBy(() -> new LotOptimiser(risk, new double[] {0.9, 0.1}, null, new double[] {1, 1}, 0))
                .hasMessageContaining("The capital (0.0) must be above 0.");
    }

    @Test
    void sharesKeepBoundsOfEachAssetAndLeaveTheReserve() {
        Universe universe = SampleUniverses.any(new SplittableRandom(4), 4);
        double[] prices = {37, 210, 85, 12};
        var bounds = new LotOptimiser.Bounds(new double[] {-0.3, 0.1, 0.1, 0}, new double[] {0, 0.8, 0.8, 0.02}, 0.01);

        Lots lots = new LotOptimiser(
                        universe.covariance(), new double[] {-0.2, 0.6, 0.5, 0.1}, null, prices, 10_000, bounds)
                .search(200, 5);

        for (int j = 0; j < prices.length; j++) {
            assertThat(lots.weights()[j])
                    .isBetween(bounds.lower()[j] - 1e-9, bounds.upper()[j] + 1e-9)
                    .isCloseTo(lots.shares()[j] * prices[j] / 10_000, within(1e-12));
        }
        assertThat(lots.shares()[0]).isNegative();
        assertThat(lots.cash()).isGreaterThanOrEqualTo(0.01 - 1e-9);
    }

    private static void checkBudget(Lots lots, double[] prices, double capital) {
        double spent = 0;
        for (int j = 0; j < prices.length; j++) {
            assertThat(lots.shares()[j]).isNotNegative();
            spent += lots.shares()[j] * prices[j];
        }
        assertThat(spent).isLessThanOrEqualTo(capital * (1 + 1e-9));
        assertThat(lots.cash()).isCloseTo(1 - spent / capital, within(1e-9));
    }

    private static double bestOfAll(SymmetricMatrix risk, double[] target, double[] prices, double capital) {
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a * prices[0] <= capital; a++) {
            for (int b = 0; a * prices[0] + b * prices[1] <= capital; b++) {
                for (int c = 0; a * prices[0] + b * prices[1] + c * prices[2] <= capital; c++) {
                    double[] away = {
                        a * prices[0] / capital - target[0],
                        b * prices[1] / capital - target[1],
                        c * prices[2] / capital - target[2]
                    };
                    best = Math.min(best, risk.form(away));
                }
            }
        }
        return best;
    }
}
