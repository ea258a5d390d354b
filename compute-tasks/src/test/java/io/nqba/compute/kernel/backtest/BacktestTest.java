package io.nqba.compute.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final double GAP = Double.NaN;

    @Test
    void aDecisionIsExecutedOnTheNextDayAndPaysItsCosts() {
        PriceTable table = PriceTable.of(new double[][] {{100, 110, 121, 60.5}});
        var costs = new TradingCosts(0.006, 0.004, 0, 0, 0);

        Backtest test = Backtest.run(table, always(1), costs, 0, 3);

        // Wealth 1 buys for w and pays 1 % of w: the rise from 100 to 110 is missed, the fall to 60.5 is not.
        double bought = 1 / 1.01;
        assertThat(test.wealth()).containsExactly(new double[] {1, bought, bought * 1.1, bought * 0.55}, within(1e-12));
        assertThat(test.trading().fees()).isCloseTo(0.006 * bought, within(1e-12));
        assertThat(test.trading().slippage()).isCloseTo(0.004 * bought, within(1e-12));
        assertThat(test.trading().positions()).isEqualTo(1);
        assertThat(test.trading().hitRate()).isZero();
        assertThat(test.trading().exposure()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void anOrderCanBeExecutedAtTheNextOpen() {
        PriceTable table = PriceTable.of(new double[][] {{100, 110, 121}}, new double[][] {{98, 105, GAP}});

        Backtest test = Backtest.run(table, always(1), TradingCosts.NONE, 0, 2);

        assertThat(test.wealth()).containsExactly(new double[] {1, 110 / 105.0, 121 / 105.0}, within(1e-12));
    }

    @Test
    void aDelistedInstrumentIsPaidOutAtItsLastCloseLessTheHaircut() {
        PriceTable table = PriceTable.of(new double[][] {{10, 10, 20, GAP, GAP}, {5, 5, 5, 5, 5}});
        var costs = new TradingCosts(0, 0, 0.25, 0, 0);

        Backtest test = Backtest.run(table, always(0.5, 0.5), costs, 0, 4);

        assertThat(test.wealth()).containsExactly(new double[] {1, 1, 1.5, 1.25, 1.25}, within(1e-12));
        assertThat(test.trading().delistingLoss()).isCloseTo(0.25, within(1e-12));
        assertThat(test.trading().hitRate()).isEqualTo(0.5);
    }

    @Test
    void whatCannotBeTradedOnADayIsTradedOnTheNextOneWithAPrice() {
        PriceTable table = PriceTable.of(new double[][] {{10, GAP, GAP, 20, 30}});

        Backtest test = Backtest.run(table, always(1), TradingCosts.NONE, 0, 4);

        assertThat(test.wealth()).containsExactly(new double[] {1, 1, 1, 1, 1.5}, within(1e-12));
    }

    @Test
    void cashEarnsAndDebtCosts() {
        PriceTable flat = PriceTable.of(new double[][] {{10, 10, 10}});
        var costs = new TradingCosts(0, 0, 0, 0.0252, 0.0504);

        double[] cash = Backtest.run(flat, always(0), costs, 0, 2).wealth();
        double[] debt = Backtest.run(flat, always(2), costs, 0, 2).wealth();
        double[] shorted = Backtest.run(flat, always(-1), costs, 0, 2).wealth();

        assertThat(cash[2]).isCloseTo(1.0001 * 1.0001, within(1e-12));
        assertThat(debt[2]).isCloseTo(1.0001 * (1 - 0.0002), within(1e-12));
        assertThat(shorted[2]).isCloseTo(1.0001 * (1 + 2 * 0.0001 - 0.0002), within(1e-12));
    }

    @Test
    void aWealthThatIsGoneStaysGone() {
        PriceTable table = PriceTable.of(new double[][] {{10, 10, 40, 1, 1}});

        Backtest test = Backtest.run(table, always(-1), TradingCosts.NONE, 0, 4);

        assertThat(test.wealth()).containsExactly(1, 1, 0, 0, 0);
        assertThat(test.performance(0).annualGrowth()).isEqualTo(-1);
        assertThat(test.performance(0).deepestDrawdown()).isEqualTo(1);
    }

    @SeededTest(tries = 20)
    void theWealthIsThatOfThePlainReference(long seed) {
        var random = new SplittableRandom(seed);
        double[][] prices = SamplePrices.awkward(random, 1 + random.nextInt(9), 60 + random.nextInt(80));
        var costs = new TradingCosts(0.002, 0.001, 0.3, 0.03, 0.08);
        double[][] wanted = new double[prices[0].length][];
        Arrays.setAll(
                wanted,
                day -> random.nextInt(4) > 0
                        ? null
                        : random.doubles(prices.length, -0.3, 0.8 / prices.length + 0.1)
                                .toArray());
        TradingStrategy scripted = (past, weights) -> {
            double[] now = wanted[past.reach()];
            if (now != null) {
                System.arraycopy(now, 0, weights, 0, now.length);
            }
            return now != null;
        };

        Backtest test = Backtest.run(PriceTable.of(prices), scripted, costs, 0, prices[0].length - 1);

        assertThat(test.wealth()).containsExactly(PlainBacktest.wealth(prices, wanted, costs), within(1e-9));
    }

    @SeededTest(tries = 10)
    void theUnitOfAPriceDoesNotMatter(long seed) {
        var random = new SplittableRandom(seed);
        double[][] prices = SamplePrices.walks(random, 5, 300);
        double[][] scaled = new double[5][];
        Arrays.setAll(
                scaled, j -> Arrays.stream(prices[j]).map(p -> p * (1 << j)).toArray());
        var costs = new TradingCosts(0.001, 0.0005, 0.1, 0, 0);

        double[] asIs = Backtest.run(PriceTable.of(prices), new Momentum(60, 5, 0.5, 10), costs, 60, 299)
                .wealth();
        double[] other = Backtest.run(PriceTable.of(scaled), new Momentum(60, 5, 0.5, 10), costs, 60, 299)
                .wealth();

        assertThat(other).isEqualTo(asIs);
    }

    @SeededTest(tries = 10)
    void theOrderOfTheInstrumentsDoesNotMatter(long seed) {
        var random = new SplittableRandom(seed);
        double[][] prices = SamplePrices.awkward(random, 6, 300);
        double[][] turned = new double[6][];
        Arrays.setAll(turned, j -> prices[5 - j]);
        var costs = new TradingCosts(0.001, 0.0005, 0.1, 0.02, 0.05);

        double[] asIs = Backtest.run(PriceTable.of(prices), new MeanReversion(20, 1.5, 0.5), costs, 30, 299)
                .wealth();
        double[] other = Backtest.run(PriceTable.of(turned), new MeanReversion(20, 1.5, 0.5), costs, 30, 299)
                .wealth();

        assertThat(other).containsExactly(asIs, within(1e-10));
    }

    @SeededTest(tries = 10)
    void higherCostsLeaveLess(long seed) {
        PriceTable table = PriceTable.of(SamplePrices.walks(new SplittableRandom(seed), 4, 250));

        double[] ends = new double[4];
        Arrays.setAll(ends, k -> {
            var costs = new TradingCosts(0.002 * k, 0.001 * k, 0, 0, 0);
            double[] wealth =
                    Backtest.run(table, new EqualWeight(), costs, 0, 249).wealth();
            return wealth[249];
        });

        assertThat(ends[0]).isGreaterThan(ends[1]);
        assertThat(ends[1]).isGreaterThan(ends[2]);
        assertThat(ends[2]).isGreaterThan(ends[3]);
    }

    @Test
    void badInputIsNamed() {
        PriceTable table = PriceTable.of(new double[][] {{1, 2, 3}});

        assertThatThrownBy(() -> Backtest.run(table, always(1), TradingCosts.NONE, 1, 2))
                .hasMessageContaining("A backtest from day 1 to 2 needs at least 3 days within the 3 there are.");
        assertThatThrownBy(() -> PriceTable.of(new double[][] {{1, -2}}))
                .hasMessageContaining("The price (-2.0) of asset 0 on day 1 must be above 0 and finite.");
        assertThatThrownBy(() -> PriceTable.of(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("Asset 1 has 1 prices, asset 0 has 2.");
        assertThatThrownBy(() -> new TradingCosts(2, 0, 0, 0, 0)).hasMessageContaining("The feeRate (2.0) must");
        assertThatThrownBy(() -> Performance.of(new double[] {1, 1}, 0, 1, 0))
                .hasMessageContaining("too few to measure a performance");
    }

    private static TradingStrategy always(double... wanted) {
        return (past, weights) -> {
            System.arraycopy(wanted, 0, weights, 0, wanted.length);
            return past.elapsed() == 0;
        };
    }
}
