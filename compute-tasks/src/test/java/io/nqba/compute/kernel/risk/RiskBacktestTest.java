package io.nqba.compute.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.risk.RiskBacktest.Light;
import io.nqba.compute.kernel.risk.TailLoss.Method;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskBacktestTest {
    /** The table of the Basel rule for 250 days at 99 %. */
    @ParameterizedTest
    @CsvSource({"0, GREEN", "4, GREEN", "5, YELLOW", "9, YELLOW", "10, RED", "40, RED"})
    void lightsAreThoseOfTheBaselTable(int exceedances, Light light) {
        assertThat(RiskBacktest.of(spread(250, exceedances), 0.99).light()).isEqualTo(light);
    }

    /** Kupiec's own table: at 255 days and 99 % a right model is kept for fewer than 7 exceedances, at 1000 days for 5 to 16. */
    @ParameterizedTest
    @CsvSource({"255, 6, true", "255, 7, false", "1000, 4, false", "1000, 5, true", "1000, 16, true", "1000, 17, false"
    })
    void kupiecKeepsAndRejectsAsInHisTable(int periods, int exceedances, boolean kept) {
        assertThat(RiskBacktest.of(spread(periods, exceedances), 0.99).kupiecPValue() > 0.05)
                .isEqualTo(kept);
    }

    @Test
    void exactCountHasNoDeviation() {
        RiskBacktest test = RiskBacktest.of(spread(1000, 10), 0.99);

        assertThat(test.kupiecPValue()).isCloseTo(1, within(1e-6));
        assertThat(test.expectedExceedances()).isCloseTo(10, within(1e-9));
    }

    @Test
    void clustersFailIndependenceThoughTheCountIsRight() {
        boolean[] clustered = new boolean[1000];
        Arrays.fill(clustered, 500, 510, true);

        RiskBacktest test = RiskBacktest.of(clustered, 0.99);

        assertThat(test.kupiecPValue()).isGreaterThan(0.99);
        assertThat(test.independencePValue()).isLessThan(1e-6);
        assertThat(test.conditionalCoveragePValue()).isLessThan(1e-6);
        assertThat(RiskBacktest.of(spread(1000, 10), 0.99).independencePValue()).isGreaterThan(0.5);
    }

    @Test
    void walkForwardNeverSeesThePeriodThatItForecasts() {
        double[] returns = TailLossTest.skewed(new SplittableRandom(1), 300);
        double[] shifted = returns.clone();
        shifted[299] = -0.9;

        RiskBacktest plain = RiskBacktest.walkForward(Method.HISTORICAL, returns, 250, 0.95);
        RiskBacktest crash = RiskBacktest.walkForward(Method.HISTORICAL, shifted, 250, 0.95);

        assertThat(plain.periods()).isEqualTo(50);
        boolean lastExceeded = -returns[299]
                > TailLoss.estimate(Method.HISTORICAL, Arrays.copyOfRange(returns, 49, 299), 0.95)
                        .valueAtRisk();
        assertThat(crash.exceedances()).isEqualTo(plain.exceedances() + (lastExceeded ? 0 : 1));
    }

    /** A right model on independent returns is exceeded about as often as it promises. */
    @Test
    void rightModelPasses() {
        SplittableRandom random = new SplittableRandom(12);
        double[] returns = new double[4000];
        Arrays.setAll(returns, t -> 0.01 * NormalDistribution.quantile(random.nextDouble(1e-12, 1)));

        RiskBacktest test = RiskBacktest.walkForward(Method.NORMAL, returns, 500, 0.99);

        assertThat(test.kupiecPValue()).isGreaterThan(0.01);
        assertThat(test.conditionalCoveragePValue()).isGreaterThan(0.01);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> RiskBacktest.of(new double[2], new double[3], 0.99))
                .hasMessageContaining("There are 2 returns and 3 forecasts.");
        assertThatThrownBy(() -> RiskBacktest.walkForward(Method.EWMA, new double[10], 10, 0.99))
                .hasMessageContaining("The window (10 periods) must be at least 2 and shorter than the history (10).");
    }

    /** Exceedances far apart. */
    private static boolean[] spread(int periods, int count) {
        boolean[] exceeded = new boolean[periods];
        for (int k = 0; k < count; k++) {
            exceeded[(int) ((k + 0.5) * periods / count)] = true;
        }
        return exceeded;
    }
}
