package io.nqba.compute.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.finance.StrategyKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingStrategiesTest {
    @Test
    void crossoverHoldsWhatRisesAndLeavesTheRestInCash() {
        PriceTable table = PriceTable.of(new double[][] {{1, 2, 3, 4}, {4, 3, 2, 1}, {2, 2, 2, 2}});

        assertThat(decided(table, new MovingAverageCrossover(1, 3), 3)).containsExactly(1.0 / 3, 0, 0);
        assertThat(decided(table, new MovingAverageCrossover(1, 9), 3)).containsExactly(0, 0, 0);
    }

    @Test
    void momentumHoldsTheGreatestGainsWithoutTheLatestDays() {
        PriceTable table = PriceTable.of(new double[][] {{10, 20, 1}, {10, 15, 90}, {10, 19, 19}, {10, 10, 10}});

        assertThat(decided(table, new Momentum(2, 1, 0.5, 21), 2)).containsExactly(0.5, 0, 0.5, 0);
        assertThat(decided(table, new Momentum(2, 0, 0.25, 21), 2)).containsExactly(0, 1, 0, 0);
        assertThat(decided(table, new Momentum(9, 0, 0.25, 21), 2)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void meanReversionBuysTheFallenAndSellsTheRecovered() {
        double[] fell = {10, 11, 10, 11, 10, 5, 7, 10.5};
        double[] calm = {10, 11, 10, 11, 10, 11, 10, 11};
        PriceTable table = PriceTable.of(new double[][] {fell, calm});
        var strategy = new MeanReversion(5, 1.5, 0.1);
        double[] weights = new double[2];
        var past = new PastPrices(table, 4);

        assertThat(strategy.decide(past, weights)).isFalse();
        past.moveTo(5);
        assertThat(strategy.decide(past, weights)).isTrue();
        assertThat(weights).containsExactly(0.5, 0);
        past.moveTo(6);
        assertThat(strategy.decide(past, weights)).isFalse();
        past.moveTo(7);
        assertThat(strategy.decide(past, weights)).isTrue();
        assertThat(weights).containsExactly(0, 0);
    }

    @Test
    void volatilityTargetHoldsLessWhenMarketsSwingMore() {
        double[] calm = new double[41];
        double[] wild = new double[41];
        Arrays.setAll(calm, t -> t % 2 == 0 ? 100 : 100.5);
        Arrays.setAll(wild, t -> t % 2 == 0 ? 100 : 104);
        var strategy = new VolatilityTarget(0.05, 20, 1, 21);

        double[] inCalm = decided(PriceTable.of(new double[][] {calm, calm}), strategy, 40);
        double[] inWild = decided(PriceTable.of(new double[][] {wild, wild}), strategy, 40);

        // Moves of ±0.5 % a day are 8.1 % a year by the sample deviation over 20 days.
        assertThat(inCalm[0] + inCalm[1]).isCloseTo(0.05 / (0.005 * Math.sqrt(252 * 20 / 19.0)), within(0.003));
        assertThat(inWild[0]).isLessThan(inCalm[0] / 6);
        assertThat(decided(PriceTable.of(new double[][] {calm}), new VolatilityTarget(1, 20, 1, 21), 40)[0])
                .isEqualTo(1);
    }

    @Test
    void pairsBuyTheWeakerAndSellTheStrongerOfWhatMovedTogether() {
        int days = 60;
        double[] first = new double[days];
        double[] second = new double[days];
        double[] other = new double[days];
        for (int t = 0; t < days; t++) {
            first[t] = 100 + t % 5;
            second[t] = 2 * (100 + (t + 1) % 5);
            other[t] = 50 * Math.pow(1.05, t);
        }
        for (int t = 45; t < 52; t++) {
            first[t] *= 1.2;
        }
        PriceTable table = PriceTable.of(new double[][] {first, second, other});
        var strategy = new PairsTrading(40, 1, 4, 0.5);
        var past = new PastPrices(table, 41);
        double[] weights = new double[3];
        double[][] held = new double[days][];

        for (int day = 41; day < days; day++) {
            past.moveTo(day);
            strategy.decide(past, weights);
            held[day] = weights.clone();
        }

        assertThat(held[44]).containsExactly(0, 0, 0);
        assertThat(held[45]).containsExactly(-0.5, 0.5, 0);
        assertThat(held[51]).containsExactly(-0.5, 0.5, 0);
        assertThat(Arrays.stream(held[59]).map(Math::abs).sum()).isZero();
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> TradingStrategies.create(
                        StrategyKind.MOVING_AVERAGE_CROSSOVER, Map.of("shortDays", 200.0, "longDays", 50.0)))
                .hasMessageContaining("The shortDays (200.0) must be less than the longDays (50.0).");
        assertThatThrownBy(() -> TradingStrategies.create(StrategyKind.MOMENTUM, Map.of("heldShare", 2.0)))
                .hasMessageContaining("The heldShare must be a number between 0.01 and 1 (share).");
        assertThatThrownBy(() -> TradingStrategies.create(StrategyKind.MOMENTUM, Map.of("lookbackDays", 60.5)))
                .hasMessageContaining("The lookbackDays must be a whole number between 5 and 1000 (trading days).");
        assertThatThrownBy(() -> TradingStrategies.create(StrategyKind.BUY_AND_HOLD, Map.of("shortDays", 5.0)))
                .hasMessageContaining("The buy-and-hold strategy has no parameter shortDays.");
    }

    /**
     * Figures of an independent program (NumPy, costs by bisection) on the 20 shares from day 2000 on: 0.1 % fee, 0.05 % slippage,
     * 2 % on cash.
     */
    @ParameterizedTest
    @CsvSource({
        "equal-weight, 37.68539272867155, 0.7842296748829196, 1.1418309705783916, 0.5462868663003806, 0.38424614330807594",
        "moving-average-crossover, 12.510433968779871, 0.8595327340488571, 1.230808057877429, 0.2651944299861486, 0.9464615013200689",
        "momentum, 304.5367274708196, 1.045625547187641, 1.5448243574610143, 0.4694073317198435, 2.696607135443915",
        "mean-reversion, 3.316662676590557, 0.4541637058041872, 0.6951761910074044, 0.23592617682885997, 4.746865447110794"
    })
    void figuresOnRealPricesAreThoseOfAnotherProgram(
            String name, double wealth, double sharpe, double sortino, double drawdown, double turnover)
            throws IOException {
        PriceTable table = PriceTable.of(SamplePrices.real());
        TradingStrategy strategy = StrategyKind.labelled(name)
                .map(kind -> TradingStrategies.create(kind, Map.of()))
                .orElseGet(EqualWeight::new);

        Backtest test =
                Backtest.run(table, strategy, new TradingCosts(0.001, 0.0005, 0, 0.02, 0), 2000, table.days() - 1);

        Performance figures = test.performance(0.02);
        assertThat(test.wealth()[test.wealth().length - 1]).isCloseTo(wealth, within(1e-8 * wealth));
        assertThat(figures.sharpe()).isCloseTo(sharpe, within(1e-9));
        assertThat(figures.sortino()).isCloseTo(sortino, within(1e-9));
        assertThat(figures.deepestDrawdown()).isCloseTo(drawdown, within(1e-9));
        assertThat(test.trading().turnover()).isCloseTo(turnover, within(1e-8));
    }

    private static double[] decided(PriceTable table, TradingStrategy strategy, int day) {
        double[] weights = new double[table.assets()];
        strategy.decide(new PastPrices(table, day), weights);
        return weights;
    }
}
