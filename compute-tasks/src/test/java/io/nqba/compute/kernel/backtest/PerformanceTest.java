package io.nqba.compute.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PerformanceTest {
    @Test
    void figuresAreTheTextbookOnes() {
        double[] wealth = {1, 1.1, 0.99, 1.089};

        Performance figures = Performance.of(wealth, 0, 3, 0);

        // Returns 10 %, -10 %, 10 %: mean 1/30, sample variance 0.04/3, central moments 8/900 and so on.
        double deviation = Math.sqrt(0.04 / 3);
        assertThat(figures.days()).isEqualTo(3);
        assertThat(figures.annualGrowth()).isCloseTo(Math.pow(1.089, 84) - 1, within(1e-9));
        assertThat(figures.volatility()).isCloseTo(deviation * Math.sqrt(252), within(1e-12));
        assertThat(figures.sharpe()).isCloseTo(0.1 / 3 / deviation * Math.sqrt(252), within(1e-12));
        assertThat(figures.sortino()).isCloseTo(0.1 / 3 / Math.sqrt(0.01 / 3) * Math.sqrt(252), within(1e-12));
        assertThat(figures.deepestDrawdown()).isCloseTo(0.1, within(1e-12));
        assertThat(figures.skewness()).isCloseTo(-1 / Math.sqrt(2), within(1e-9));
        assertThat(figures.kurtosis()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void wealthThatNeverMovesHasNoRatio() {
        Performance figures = Performance.of(new double[] {1, 1, 1, 1}, 0, 3, 0.02);

        assertThat(figures.sharpe()).isZero();
        assertThat(figures.sortino()).isZero();
        assertThat(figures.kurtosis()).isEqualTo(3);
    }

    /** The example of the paper: 100 tries, variance 1/2 a year, ratio 2.5 a year over 1250 days, skewness -3, kurtosis 10. */
    @Test
    void deflatedSharpeIsThatOfThePaper() {
        // The paper counts 250 days a year; the figures of one day are what its formula takes.
        double year = Math.sqrt(252.0 / 250);
        var figures = new Performance(1250, 0, 0, 2.5 * year, 0, 0, -3, 10);

        DeflatedSharpe deflated = DeflatedSharpe.of(figures, 100, 0.5 * year * year);

        assertThat(deflated.luckySharpe() / Math.sqrt(252)).isCloseTo(0.1132, within(5e-5));
        assertThat(deflated.probability()).isCloseTo(0.9004, within(5e-5));
    }

    @Test
    void moreTriesLeaveLess() {
        var figures = new Performance(2500, 0, 0, 0.8, 0, 0, -0.3, 6);

        double one = DeflatedSharpe.of(figures, 1, 0).probability();
        double ten = DeflatedSharpe.of(figures, 10, 0.04).probability();
        double thousand = DeflatedSharpe.of(figures, 1_000, 0.04).probability();

        assertThat(one).isBetween(0.9, 1.0).isGreaterThan(ten);
        assertThat(ten).isGreaterThan(thousand);
        assertThat(DeflatedSharpe.of(figures, 50, 0).probability()).isEqualTo(one);
    }
}
