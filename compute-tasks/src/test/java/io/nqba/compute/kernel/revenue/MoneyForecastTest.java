package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.revenue.MoneyForecast.Part;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyForecastTest {
    @Test
    void countsAreThoseOfAddingOneDealAfterTheOther() {
        long[] counts = {3, 7, 1, 0, 12};
        double[] chances = {0.2, 0.55, 1, 0.4, 0.01};
        double[] slow = {1};
        for (int g = 0; g < counts.length; g++) {
            for (int i = 0; i < counts[g]; i++) {
                double[] next = new double[slow.length + 1];
                for (int k = 0; k < slow.length; k++) {
                    next[k] += slow[k] * (1 - chances[g]);
                    next[k + 1] += slow[k] * chances[g];
                }
                slow = next;
            }
        }

        CountDistribution count = CountDistribution.of(counts, chances);

        for (int k = 0; k < slow.length; k++) {
            assertThat(count.probability(k)).isCloseTo(slow[k], within(1e-11));
        }
        assertThat(count.mean()).isCloseTo(3 * 0.2 + 7 * 0.55 + 1 + 0.12, within(1e-9));
    }

    @Test
    void manyDealsKeepTheirMean() {
        CountDistribution many = CountDistribution.of(new long[] {200_000, 40_000}, new double[] {0.013, 0.31});

        assertThat(many.mean()).isCloseTo(200_000 * 0.013 + 40_000 * 0.31, within(1e-5));
        assertThat(CountDistribution.poisson(37.5).mean()).isCloseTo(37.5, within(1e-8));
        assertThat(CountDistribution.poisson(2).probability(0)).isCloseTo(Math.exp(-2), within(1e-12));
        assertThat(CountDistribution.of(new long[0], new double[0]).probability(0))
                .isEqualTo(1);
    }

    @Test
    void whatIsCertainHasNoInterval() {
        var sure = new Part(CountDistribution.of(new long[] {4}, new double[] {1}), 0, 250, 0);

        MoneyForecast forecast = MoneyForecast.of(List.of(sure), 0, 0, 0.8, 500, 1);

        assertThat(forecast.value()).isEqualTo(1_000);
        assertThat(forecast.low()).isEqualTo(1_000);
        assertThat(forecast.high()).isEqualTo(1_000);
        assertThat(forecast.error()).isZero();
    }

    @Test
    void theIntervalIsThatOfTheSum() {
        var part = new Part(CountDistribution.of(new long[] {400}, new double[] {0.25}), 50, 100, 30);

        MoneyForecast forecast = MoneyForecast.of(List.of(part, part), 0, 0, 0.8, 20_000, 3);

        // Variance of a part: (75 + 50) wins of 100 each, and 150 amounts of spread 30.
        double deviation = Math.sqrt(2 * (125 * 1e4 + 150 * 900));
        assertThat(forecast.value()).isCloseTo(30_000, within(1e-6));
        assertThat(forecast.fresh()).isCloseTo(10_000, within(1e-6));
        assertThat(forecast.low()).isCloseTo(30_000 - 1.2816 * deviation, within(3 * forecast.error()));
        assertThat(forecast.high()).isCloseTo(30_000 + 1.2816 * deviation, within(3 * forecast.error()));
        assertThat(forecast.error()).isBetween(5.0, 40.0);
        assertThat(MoneyForecast.of(List.of(part, part), 0, 0, 0.8, 20_000, 3)).isEqualTo(forecast);
        assertThat(MoneyForecast.of(List.of(part, part), 0.2, 0.2, 0.8, 20_000, 3)
                        .low())
                .isLessThan(forecast.low() - 3_000);
    }

    @Test
    void monthsThatMoveTogetherAreToldFromChance() {
        var dice = new SplittableRandom(6);
        double[] calm = new double[400];
        double[] moved = new double[400];
        double[] expected = new double[400];
        for (int t = 0; t < 400; t++) {
            expected[t] = 200;
            calm[t] = 200 + Math.sqrt(200) * dice.nextGaussian();
            moved[t] = 200 * (1 + 0.2 * dice.nextGaussian()) + Math.sqrt(200) * dice.nextGaussian();
        }

        assertThat(Dispersion.of(calm, expected, 0, 0.01)).isLessThan(0.04);
        assertThat(Dispersion.of(moved, expected, 0, 0.01)).isCloseTo(0.2, within(0.02));
        assertThat(Dispersion.around(moved, 0.01)).isCloseTo(0.2, within(0.02));
        assertThat(Dispersion.of(new double[0], new double[0], 0, 0.03)).isEqualTo(0.03);
    }

    @Test
    void whatForecastsMissedByCorrectsTheNext() {
        var correction = new Correction();
        assertThat(correction.value()).isEqualTo(1);
        correction.add(60, 100);
        assertThat(correction.value()).isEqualTo(0.8);
        for (int t = 0; t < 98; t++) {
            correction.add(60, 100);
        }
        assertThat(correction.value()).isCloseTo(0.604, within(1e-9));
    }

    @Test
    void aScoreTellsErrorCoverageAndTheBestNaiveOne() {
        RollingScore score = RollingScore.of(
                new double[] {100, 200},
                new double[] {110, 180},
                new double[] {90, 190},
                new double[] {120, 210},
                new double[][] {{100, 230}, {150, 150}});

        assertThat(score.error()).isEqualTo(15);
        assertThat(score.bias()).isEqualTo(-5);
        assertThat(score.naiveErrors()).containsExactly(15, 50);
        assertThat(score.covered()).isEqualTo(2);
        assertThat(score.relativeError()).isEqualTo(1);
    }
}
