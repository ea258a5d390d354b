package io.nqba.compute.kernel.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rates: of one group, of many, and their differences. */
class RatesTest {
    @Test
    void theBetaDistributionIsTheTailOfABinomialOne() {
        for (int n : new int[] {1, 5, 40}) {
            for (int k = 1; k <= n; k++) {
                for (double x : new double[] {0.03, 0.4, 0.77}) {
                    double tail = 0;
                    for (int j = k; j <= n; j++) {
                        tail += Math.exp(BetaDistribution.logGamma(n + 1)
                                - BetaDistribution.logGamma(j + 1)
                                - BetaDistribution.logGamma(n - j + 1)
                                + j * Math.log(x)
                                + (n - j) * Math.log1p(-x));
                    }
                    assertThat(BetaDistribution.cumulative(k, n - k + 1, x)).isCloseTo(tail, within(1e-8));
                }
            }
        }
    }

    @Test
    void aQuantileIsTheInverse() {
        for (double share : new double[] {0.01, 0.1, 0.5, 0.95}) {
            double x = BetaDistribution.quantile(3.5, 120, share);
            assertThat(BetaDistribution.cumulative(3.5, 120, x)).isCloseTo(share, within(1e-9));
        }
        assertThat(BetaDistribution.rate(0, 10, 0.8).low()).isZero();
        assertThat(BetaDistribution.rate(10, 10, 0.8).high()).isEqualTo(1);
        assertThat(BetaDistribution.rate(0, 0, 0.8)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void groupsThatDifferByChanceAloneGetTheCommonRate() {
        var dice = new SplittableRandom(1);
        long[] tries = new long[60];
        long[] hits = new long[60];
        for (int g = 0; g < 60; g++) {
            tries[g] = 40;
            for (int i = 0; i < 40; i++) {
                hits[g] += dice.nextDouble() < 0.6 ? 1 : 0;
            }
        }

        ShrunkRates rates = ShrunkRates.of(hits, tries);

        assertThat(rates.prior()).isGreaterThan(150);
        assertThat(rates.prior()).isLessThanOrEqualTo(2_400);
        assertThat(rates.rate(40, 40, 0.8).value()).isCloseTo(0.6, within(0.12));
    }

    @Test
    void fewTriesAreNotMadeManyByLeaning() {
        ShrunkRates rates = ShrunkRates.of(new long[] {5, 5}, new long[] {10, 10});

        assertThat(rates.prior()).isEqualTo(20);
        Interval rate = rates.rate(5, 10, 0.8);
        assertThat(rate.high() - rate.low()).isGreaterThan(0.2);
        assertThat(ShrunkRates.of(new long[0], new long[0]).rate(0, 0, 0.8).value())
                .isEqualTo(0.5);
    }

    @Test
    void groupsThatDifferKeepTheirsAndSmallOnesLean() {
        var dice = new SplittableRandom(2);
        long[] tries = new long[200];
        long[] hits = new long[200];
        for (int g = 0; g < 200; g++) {
            // Uniform between 0 and 1 is beta(1, 1): a prior of two tries.
            double rate = dice.nextDouble();
            tries[g] = 50;
            for (int i = 0; i < 50; i++) {
                hits[g] += dice.nextDouble() < rate ? 1 : 0;
            }
        }

        ShrunkRates rates = ShrunkRates.of(hits, tries);

        assertThat(rates.prior()).isCloseTo(2, within(0.6));
        assertThat(rates.rate(90, 100, 0.8).value()).isCloseTo(0.9, within(0.02));
        assertThat(rates.rate(1, 1, 0.8).value()).isBetween(0.55, 0.75);
        Interval unknown = rates.rate(0, 0, 0.8);
        assertThat(unknown.value()).isCloseTo(rates.common(), within(1e-9));
        assertThat(unknown.high() - unknown.low()).isGreaterThan(0.6);
    }

    /** Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, 56/70 and 48/80. */
    @Test
    void aDifferenceHasThePublishedInterval() {
        var found =
                OutcomeDrivers.of(new long[] {56}, new long[] {70}, new long[] {104}, new long[] {150}, 0.95, 0.05)[0];

        assertThat(found.difference().value()).isCloseTo(0.2, within(1e-12));
        assertThat(found.difference().low()).isCloseTo(0.0524, within(1e-4));
        assertThat(found.difference().high()).isCloseTo(0.3339, within(1e-4));
        assertThat(found.real()).isTrue();
    }

    @Test
    void ofManyGroupsAlikeHardlyAnyIsCalledReal() {
        var dice = new SplittableRandom(9);
        int called = 0;
        for (int book = 0; book < 200; book++) {
            long[] won = new long[40];
            long[] closed = new long[40];
            long[] allWon = new long[40];
            long[] allClosed = new long[40];
            long sum = 0;
            for (int g = 0; g < 40; g++) {
                closed[g] = 100;
                for (int i = 0; i < 100; i++) {
                    won[g] += dice.nextBoolean() ? 1 : 0;
                }
                sum += won[g];
            }
            java.util.Arrays.fill(allWon, sum);
            java.util.Arrays.fill(allClosed, 4_000);
            for (var found : OutcomeDrivers.of(won, closed, allWon, allClosed, 0.8, 0.05)) {
                if (found.real()) {
                    called++;
                    break;
                }
            }
        }

        assertThat(called).isLessThan(24);
    }

    @Test
    void aGroupWithoutARestIsComparedWithNothing() {
        var found = OutcomeDrivers.of(new long[] {5}, new long[] {9}, new long[] {5}, new long[] {9}, 0.8, 0.05)[0];

        assertThat(found.pValue()).isEqualTo(1);
        assertThat(found.real()).isFalse();
        assertThat(found.difference()).isEqualTo(Interval.UNKNOWN);
    }
}
