package io.nqba.compute.kernel.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.backtest.SamplePrices;
import io.nqba.testing.SeededTest;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoredForecastTest {
    @Test
    void thereIsNoWayToAForecastWithoutItsScore() {
        assertThat(ScoredForecast.class.getDeclaredConstructors())
                .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        assertThatThrownBy(() -> new ForecastScore(0, 1, 1, 0.9, 0, 0.9))
                .hasMessageContaining("A score needs outcomes (0) and intervals (0)");
        assertThatThrownBy(() -> ScoredForecast.growth(new double[300], 5))
                .hasMessageContaining("cannot be scored with 300 returns: it takes 400.");
        assertThatThrownBy(() -> ScoredForecast.growth(new double[900], 1))
                .hasMessageContaining("The horizonDays (1) must be 2 or more.");
    }

    @Test
    void volatilityThatClustersIsForetoldBetterThanNaively() {
        double[] returns = garch(new SplittableRandom(3), 5000);

        ScoredForecast forecast = ScoredForecast.volatility(returns, 5);

        assertThat(forecast.score().relativeError()).isLessThan(0.9);
        assertThat(forecast.score().pValue()).isLessThan(0.001);
        assertThat(forecast.score().coverage()).isCloseTo(0.9, within(0.03));
        assertThat(forecast.value()).isBetween(forecast.low(), forecast.high());
    }

    @SeededTest(tries = 4)
    void chanceIsNotForetold(long seed) {
        var random = new SplittableRandom(seed);
        double[] returns = new double[3000];
        Arrays.setAll(returns, t -> 0.01 * gaussian(random));

        ScoredForecast forecast = ScoredForecast.growth(returns, 5);

        assertThat(forecast.score().relativeError()).isCloseTo(1, within(0.03));
        assertThat(forecast.score().coverage()).isCloseTo(0.9, within(0.05));
        assertThat(forecast.score().skill()).isEqualTo(1 - forecast.score().relativeError());
    }

    @Test
    void memoryIsFound() {
        var random = new SplittableRandom(8);
        double[] returns = new double[4000];
        for (int t = 1; t < returns.length; t++) {
            returns[t] = 0.5 * returns[t - 1] + 0.01 * gaussian(random);
        }

        ScoredForecast forecast = ScoredForecast.growth(returns, 2);

        assertThat(forecast.score().relativeError()).isLessThan(0.93);
        assertThat(forecast.value()).isCloseTo(0.75 * returns[3999], within(0.15 * Math.abs(returns[3999]) + 0.001));
    }

    /** What is foretold may depend on what is known alone: returns that come later are not read. */
    @SeededTest(tries = 3)
    void noForecastReadsAhead(long seed) {
        double[] returns = garch(new SplittableRandom(seed), 900);
        double[] changed = returns.clone();
        Arrays.fill(changed, 700, 900, 0.5);

        for (Forecaster each : new Forecaster[] {new VolatilityForecaster(), new GrowthForecaster()}) {
            assertThat(each.predict(changed, 700, 5)).isEqualTo(each.predict(returns, 700, 5));
            assertThat(each.naive(changed, 700, 5)).isEqualTo(each.naive(returns, 700, 5));
            assertThat(each.scale(changed, 700, 5)).isEqualTo(each.scale(returns, 700, 5));
        }
    }

    /** On real shares volatility can be foretold and returns cannot; the page must be able to say both. */
    @Test
    void realMarketsHaveMemoryInTheirVolatilityAndHardlyInTheirReturns() throws IOException {
        double[] returns = MarketIndex.returns(SamplePrices.real());

        for (int horizon : new int[] {5, 21}) {
            ScoredForecast volatility = ScoredForecast.volatility(returns, horizon);
            ScoredForecast growth = ScoredForecast.growth(returns, horizon);

            assertThat(volatility.score().relativeError()).isLessThan(0.97);
            assertThat(volatility.score().coverage()).isCloseTo(0.9, within(0.03));
            assertThat(growth.score().relativeError()).isCloseTo(1, within(0.05));
            assertThat(growth.score().coverage()).isCloseTo(0.9, within(0.03));
        }
    }

    private static double[] garch(SplittableRandom random, int days) {
        double[] returns = new double[days];
        double variance = 1e-4;
        for (int t = 0; t < days; t++) {
            returns[t] = Math.sqrt(variance) * gaussian(random);
            variance = 1e-4 * 0.02 + 0.1 * returns[t] * returns[t] + 0.88 * variance;
        }
        return returns;
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
