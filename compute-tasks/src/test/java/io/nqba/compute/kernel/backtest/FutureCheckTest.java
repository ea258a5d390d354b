package io.nqba.compute.kernel.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.model.finance.StrategyKind;
import io.nqba.testing.SeededTest;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FutureCheckTest {
    private static final int DAYS = 700;
    private final PriceTable table = PriceTable.of(SamplePrices.awkward(new SplittableRandom(4), 8, DAYS));

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void noStrategyOfOursKnowsTheFuture(StrategyKind kind) {
        FutureCheck check =
                FutureCheck.of(table, prices -> TradingStrategies.create(kind, Map.of()), 260, DAYS - 1, 12, 5);

        assertThat(check.passed()).isTrue();
    }

    @Test
    void aStrategyThatReadsTomorrowIsCaught() {
        FutureCheck check = FutureCheck.of(table, Peeking::new, 260, DAYS - 1, 12, 5);

        assertThat(check.passed()).isFalse();
        assertThat(check.caughtOn()).isBetween(260, DAYS - 1);
    }

    @Test
    void onlyTheFirstDecisionThatChangedIsReported() {
        // Looks ahead from day 400 on, so no earlier decision can differ.
        FutureCheck check = FutureCheck.of(
                table,
                prices -> {
                    var peeking = new Peeking(prices);
                    var honest = new EqualWeight();
                    return (past, weights) ->
                            past.reach() < 400 ? honest.decide(past, weights) : peeking.decide(past, weights);
                },
                260,
                DAYS - 1,
                40,
                5);

        assertThat(check.caughtOn()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theViewHasNoWayAhead() {
        var past = new PastPrices(table, 300);

        assertThatThrownBy(() -> past.close(0, -1)).hasMessageContaining("a strategy does not know the future");
        assertThatThrownBy(() -> past.change(0, 5, -1)).hasMessageContaining("a strategy does not know the future");
        assertThatThrownBy(() -> past.average(0, 0)).hasMessageContaining("The window (0) must be 1 or more");
        assertThat(past.close(0, 301)).isNaN();
    }

    /** One day later in the file is one day later in the result, and nothing else. */
    @SeededTest(tries = 6)
    void shiftingAllPricesByADayShiftsTheResultByADay(long seed) {
        double[][] prices = SamplePrices.walks(new SplittableRandom(seed), 6, 500);
        double[][] shifted = new double[6][501];
        for (int asset = 0; asset < 6; asset++) {
            shifted[asset][0] = prices[asset][0];
            System.arraycopy(prices[asset], 0, shifted[asset], 1, 500);
        }
        var costs = new TradingCosts(0.001, 0.0005, 0, 0.02, 0.05);
        for (StrategyKind kind : StrategyKind.values()) {
            double[] asWas = wealth(prices, kind, costs, 280, 499);
            double[] later = wealth(shifted, kind, costs, 281, 500);
            double[] sameDays = wealth(shifted, kind, costs, 280, 499);

            for (int day = 0; day < asWas.length; day++) {
                assertThat(later[day]).as("%s, day %d", kind, day).isCloseTo(asWas[day], within(1e-9));
            }
            assertThat(sameDays).as("%s on prices a day late", kind).isNotEqualTo(asWas);
        }
    }

    /** What would be earned with tomorrow's prices is out of reach for everybody who decides by today's. */
    @Test
    void knowingTomorrowWouldPayFarMoreThanAnyStrategyDoes() {
        var costs = new TradingCosts(0.001, 0.0005, 0.2, 0.02, 0.05);
        double best = Arrays.stream(StrategyKind.values())
                .mapToDouble(kind -> Backtest.run(table, TradingStrategies.create(kind, Map.of()), costs, 260, DAYS - 1)
                        .performance(0.02)
                        .sharpe())
                .max()
                .orElseThrow();

        double peeking = Backtest.run(table, new Peeking(table), costs, 260, DAYS - 1)
                .performance(0.02)
                .sharpe();

        assertThat(peeking).isGreaterThan(best + 3);
    }

    private static double[] wealth(double[][] prices, StrategyKind kind, TradingCosts costs, int from, int to) {
        return Backtest.run(PriceTable.of(prices), TradingStrategies.create(kind, Map.of()), costs, from, to)
                .wealth();
    }

    /** Holds what will rise between the day on which it is bought and the day after that. */
    private record Peeking(PriceTable future) implements TradingStrategy {
        @Override
        public boolean decide(PastPrices past, double[] weights) {
            int today = past.reach();
            if (today + 2 >= future.days()) {
                return false;
            }
            for (int asset = 0; asset < weights.length; asset++) {
                boolean rises = past.listed(asset) && future.close(asset, today + 2) > future.close(asset, today + 1);
                weights[asset] = rises ? 1.0 / past.listed() : 0;
            }
            return true;
        }
    }
}
