package io.nqba.compute.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nqba.compute.kernel.risk.TailLoss.Method;
import io.nqba.model.error.NqbaException;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingForecastTest {
    private static final double[] LEVELS = {0.95, 0.99};

    @SeededTest(tries = 20)
    void everyForecastHasTheBitsOfAnEstimateOnItsWindow(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        int window = 2 + dice.nextInt(60);
        double[] returns = TailLossTest.skewed(dice, window + 1 + dice.nextInt(80));
        // Equal values, zeros of both signs: what a sorted window could mix up.
        for (int k = 0; k < returns.length / 3; k++) {
            returns[dice.nextInt(returns.length)] = dice.nextInt(3) * -0.0;
        }

        for (Method method : Method.values()) {
            double[][] rolling = RollingForecast.valuesAtRisk(method, returns, window, LEVELS);

            for (int level = 0; level < LEVELS.length; level++) {
                for (int t = 0; t < returns.length - window; t++) {
                    double[] past = Arrays.copyOfRange(returns, t, t + window);
                    assertThat(Double.doubleToRawLongBits(rolling[level][t]))
                            .as("%s at %d", method, t)
                            .isEqualTo(Double.doubleToRawLongBits(TailLoss.estimate(method, past, LEVELS[level])
                                    .valueAtRisk()));
                }
            }
        }
    }

    @Test
    void aForecastNeverSeesItsOwnDay() {
        double[] returns = TailLossTest.skewed(new SplittableRandom(4), 120);
        double[] crash = returns.clone();
        crash[119] = -0.9;

        for (Method method : Method.values()) {
            assertThat(RollingForecast.valuesAtRisk(method, crash, 60, 0.99))
                    .isDeepEqualTo(RollingForecast.valuesAtRisk(method, returns, 60, 0.99));
        }
    }

    @Test
    void aWindowAsLongAsTheHistoryIsRefused() {
        assertThatThrownBy(() -> RollingForecast.valuesAtRisk(Method.NORMAL, new double[500], 500, 0.99))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("window (500 periods)");
    }
}
