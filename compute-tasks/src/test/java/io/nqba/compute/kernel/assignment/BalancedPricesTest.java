package io.nqba.compute.kernel.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedPricesTest {
    private static final double[] SPREADS = {0.1, 0.02};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRoundProvesABound(long seed) {
        var samples = new SampleMarkets(seed);
        AgentMarket market = samples.market(6, 3, 12, seed == 3);
        WorkItems items = samples.items(70, 3, 6, false);
        double optimum = AssignmentProgram.splitOptimum(market, items);
        BalancedPrices prices = prices(market);
        var work = new LocalWork(market, items);

        while (!prices.ended()) {
            prices.absorb(work.answer(prices.question()));

            assertThat(prices.bound()).isGreaterThanOrEqualTo(optimum - 1e-6 * Math.abs(optimum));
        }
    }

    @Test
    void agentsEndWithAsMuchWorkAsTheyHaveHours() {
        var samples = new SampleMarkets(4);
        AgentMarket market = samples.market(30, 8, 400, false);
        WorkItems items = samples.items(12_000, 8, 30, false);
        BalancedPrices prices = prices(market);
        var work = new LocalWork(market, items);
        double before = Double.NaN;

        while (!prices.ended()) {
            prices.absorb(work.answer(prices.question()));
            before = Double.isNaN(before) ? prices.imbalance() : before;
        }

        assertThat(before).isGreaterThan(0.2);
        assertThat(prices.imbalance()).isLessThan(0.05);
    }

    @Test
    void workTakesTheBestAtItsOwnDrawOfThePrices() {
        var samples = new SampleMarkets(5);
        AgentMarket market = samples.market(9, 4, 10, true);
        WorkItems items = samples.items(500, 4, 9, false);
        double[] listed = {30, 20, 25, 40, 10, 30, 22, 0, 31};
        var offered = new OfferedPrices(listed, 5);
        var priced = new PricedAgents(market, offered);
        var choice = new Choice();
        for (int i = 0; i < items.size(); i++) {
            priced.choose(items, i, choice);

            double best = 0;
            for (int a = 0; a < listed.length; a++) {
                double price = offered.drawn(a, items.workClass(i), offered.draw(items.key(i)));
                assertThat(price).isLessThan(listed[a]);
                double utility = market.worth(items, i, a) - items.hours(i) * price;
                best = Double.isNaN(utility) ? best : Math.max(best, utility);
            }
            assertThat(choice.bestUtility()).isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void discountsAreAsLargeAsTheSpreadOnAverage() {
        var offered = new OfferedPrices(new double[200], 3);

        double sum = 0;
        for (int a = 0; a < 200; a++) {
            for (int draw = 0; draw < OfferedPrices.DRAWS; draw++) {
                sum -= offered.drawn(a, 7, draw);
            }
        }

        assertThat(sum / (200 * OfferedPrices.DRAWS)).isCloseTo(3, within(0.2));
        assertThat(OfferedPrices.alike(new double[] {4}).drawn(0, 7, 0)).isEqualTo(4);
    }

    private static BalancedPrices prices(AgentMarket market) {
        double[] start = new double[market.agents()];
        Arrays.fill(start, 40);
        return new BalancedPrices(market, start, 40, SPREADS, 12);
    }
}
