package io.nqba.compute.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.kernel.risk.TailLoss.Method;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TailLossTest {
    /** Values from tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.95, 1.6448536269514722",
        "0.975, 1.959963984540054",
        "0.99, 2.3263478740408408",
        "0.999, 3.090232306167813",
        "0.00001, -4.264890793922825"
    })
    void quantilesAreThoseOfTheTables(double probability, double quantile) {
        assertThat(NormalDistribution.quantile(probability)).isCloseTo(quantile, within(1e-12));
        assertThat(NormalDistribution.cumulative(quantile)).isCloseTo(probability, within(1e-14));
    }

    @Test
    void chiSquaredTailsAreThoseOfTheTables() {
        assertThat(NormalDistribution.chiSquaredTailOfOne(3.841458820694124)).isCloseTo(0.05, within(1e-13));
        assertThat(NormalDistribution.chiSquaredTailOfTwo(5.991464547107979)).isCloseTo(0.05, within(1e-13));
    }

    /** The five worst of 100 returns make up the tail at 95 %; the loss at risk is the one just before. */
    @Test
    void historicalLossCountsTheWorstReturns() {
        double[] returns = new double[100];
        Arrays.setAll(returns, t -> (t * 37 % 100 - 50) / 1000.0);

        TailLoss loss = TailLoss.estimate(Method.HISTORICAL, returns, 0.95);

        assertThat(loss.valueAtRisk()).isCloseTo(0.045, within(1e-15));
        assertThat(loss.expectedShortfall()).isCloseTo((0.050 + 0.049 + 0.048 + 0.047 + 0.046) / 5, within(1e-15));
    }

    /** Of 50 returns, 2.5 belong to the worst 5 %: the third counts half. */
    @Test
    void theReturnOnTheEdgeCountsInPart() {
        double[] returns = new double[50];
        returns[7] = -0.1;
        returns[20] = -0.06;
        returns[31] = -0.04;

        TailLoss loss = TailLoss.estimate(Method.HISTORICAL, returns, 0.95);

        assertThat(loss.valueAtRisk()).isEqualTo(0.04);
        assertThat(loss.expectedShortfall()).isCloseTo((0.1 + 0.06 + 0.02) / 2.5, within(1e-15));
    }

    @Test
    void normalLossIsTheTextbookOne() {
        TailLoss loss = TailLoss.normal(0.001, 0.02, 0.99);

        assertThat(loss.valueAtRisk()).isCloseTo(2.3263478740408408 * 0.02 - 0.001, within(1e-12));
        assertThat(loss.expectedShortfall()).isCloseTo(2.665214220345808 * 0.02 - 0.001, within(1e-10));
    }

    @Test
    void exponentialWeightsForgetOldStorms() {
        double[] calmLater = new double[300];
        Arrays.setAll(calmLater, t -> (t < 100 ? 0.05 : 0.005) * (t % 2 == 0 ? 1 : -1));

        assertThat(TailLoss.exponentialDeviation(calmLater, 0.94)).isCloseTo(0.005, within(1e-5));
        assertThat(TailLoss.deviation(calmLater)).isGreaterThan(0.025);
    }

    /** The bent quantile of a symmetric sample without excess kurtosis would be the normal one; here kurtosis is 1: excess -2. */
    @Test
    void cornishFisherBendsByTheMoments() {
        double[] twoPoints = new double[1000];
        Arrays.setAll(twoPoints, t -> t % 2 == 0 ? 0.01 : -0.01);
        double z = -2.3263478740408408;

        TailLoss loss = TailLoss.estimate(Method.CORNISH_FISHER, twoPoints, 0.99);

        assertThat(loss.valueAtRisk()).isCloseTo(-0.01 * (z - (z * z * z - 3 * z) / 12), within(1e-12));
    }

    /** The closed form of the mean over the tail equals the sum over fine slices of it. */
    @SeededTest(tries = 10)
    void cornishFisherShortfallIsTheMeanOfTheQuantilesBeyond(long seed) {
        double[] returns = skewed(new SplittableRandom(seed), 400);
        int slices = 20_000;
        double sum = 0;
        for (int k = 0; k < slices; k++) {
            sum += TailLoss.cornishFisher(returns, 0.95 + 0.05 * (k + 0.5) / slices)
                            .valueAtRisk()
                    / slices;
        }

        assertThat(TailLoss.cornishFisher(returns, 0.95).expectedShortfall()).isCloseTo(sum, within(1e-4 * sum));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void doubledReturnsDoubleTheLossAndTheShortfallIsNoSmaller(Method method) {
        double[] returns = skewed(new SplittableRandom(4), 500);
        double[] doubled = Arrays.stream(returns).map(r -> 2 * r).toArray();

        TailLoss loss = TailLoss.estimate(method, returns, 0.99);

        assertThat(TailLoss.estimate(method, doubled, 0.99).valueAtRisk())
                .isCloseTo(2 * loss.valueAtRisk(), within(1e-12));
        assertThat(loss.expectedShortfall()).isGreaterThanOrEqualTo(loss.valueAtRisk());
        assertThat(loss.valueAtRisk())
                .isGreaterThan(TailLoss.estimate(method, returns, 0.95).valueAtRisk());
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> TailLoss.estimate(Method.NORMAL, new double[] {0.1}, 0.99))
                .hasMessageContaining("A tail loss needs at least 2 returns, there are 1.");
        assertThatThrownBy(() -> TailLoss.estimate(Method.NORMAL, new double[] {0.1, Double.NaN}, 0.99))
                .hasMessageContaining("The return (NaN) of period 1 must be a number.");
        assertThatThrownBy(() -> TailLoss.estimate(Method.NORMAL, new double[] {0.1, 0.2}, 99))
                .hasMessageContaining("The level (99.0) must be between 0.5 and 1.");
    }

    static double[] skewed(SplittableRandom random, int periods) {
        double[] returns = new double[periods];
        Arrays.setAll(returns, t -> 0.01 * (random.doubles(12).sum() - 6) - (random.nextInt(40) == 0 ? 0.03 : 0));
        return returns;
    }
}
