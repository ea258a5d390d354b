package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.history.UniverseStore;
import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.ScenarioBlock;
import io.nqba.model.finance.ScenarioBlockKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PriceHistoryIT {
    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(3);
        FinanceFixture.put(grid.ignite());
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void everyNodeReadsTheSamePricesAndKeepsThem() {
        for (int node = 0; node < grid.size(); node++) {
            PriceHistory history = PriceHistory.of(grid.ignite(node), FinanceFixture.UNIVERSE);

            assertThat(Arrays.deepEquals(history.closes(), FinanceFixture.closes()))
                    .isTrue();
            assertThat(history.days()).isEqualTo(FinanceFixture.days());
            assertThat(PriceHistory.of(grid.ignite(node), FinanceFixture.UNIVERSE))
                    .isSameAs(history);
        }
    }

    @Test
    void returnsAreThoseOfThePricesInTheRange() {
        PriceHistory history = PriceHistory.of(grid.ignite(1), FinanceFixture.UNIVERSE);
        long[] days = history.days();

        ReturnMatrix returns = history.returns(List.of("I7", "I2"), days[90], days[110]);

        double[][] closes = FinanceFixture.closes();
        assertThat(returns.periods()).isEqualTo(20);
        assertThat(returns.count(0)).isEqualTo(10);
        assertThat(returns.get(1, 0)).isCloseTo(closes[2][91] / closes[2][90] - 1, within(1e-15));
        assertThat(history.lastClose("I2")).isEqualTo(closes[2][FinanceFixture.DAYS - 1]);
        assertThat(history.lastClose("NONE")).isNaN();
    }

    @Test
    void scenariosAreTheReturnsDayByDayAndLieOnAllNodes() {
        Universe universe =
                PriceHistory.of(grid.ignite(), FinanceFixture.UNIVERSE).universe();
        double[][] closes = FinanceFixture.closes();

        List<ScenarioBlock> blocks = new UniverseStore(grid.ignite(2)).scenarios(universe);

        double[][] scenarios =
                blocks.stream().flatMap(block -> Arrays.stream(block.returns())).toArray(double[][]::new);
        assertThat(scenarios).hasDimensions(FinanceFixture.DAYS - 1, FinanceFixture.INSTRUMENTS);
        assertThat(scenarios[300][5]).isEqualTo(closes[5][301] / closes[5][300] - 1);
        assertThat(scenarios[99][7]).isNaN();
        assertThat(scenarios[201][3]).isZero();
        assertThat(scenarios[204][3]).isEqualTo(closes[3][205] / closes[3][199] - 1);
        Set<UUID> owners = new HashSet<>();
        for (int block = 0; block < 32; block++) {
            owners.add(grid.ignite()
                    .affinity(CacheNames.SCENARIO_BLOCK)
                    .mapKeyToNode(new ScenarioBlockKey(FinanceFixture.UNIVERSE, block))
                    .id());
        }
        assertThat(owners).hasSize(3);
    }

    @Test
    void positionsComeFromWhereverTheyLie() {
        for (int node = 0; node < grid.size(); node++) {
            var positions = PortfolioBook.positions(grid.ignite(node), "p-short");

            assertThat(positions.keySet()).containsExactly("I2", "I3", "I5", "I6");
            assertThat(positions).containsEntry("I3", new Position(-60, 50));
        }
        assertThat(PortfolioBook.portfolioIds(grid.ignite(), FinanceFixture.BOOK))
                .isEqualTo(FinanceFixture.PORTFOLIOS);
    }

    @Test
    void aNewRevisionIsSeenOnEveryNode() {
        Universe other = new Universe("other", "Other", "USD", List.of("A", "B"), new long[] {1, 2, 3}, 0, "");
        UniverseStore store = new UniverseStore(grid.ignite());
        store.put(other, new double[][] {{1, 2, 3}, {4, Double.NaN, 5}});
        assertThat(PriceHistory.of(grid.ignite(2), "other").lastClose("A")).isEqualTo(3);

        Universe stored = store.put(other, new double[][] {{1, 2, 4}, {4, Double.NaN, 5}});

        assertThat(stored.revision()).isEqualTo(2);
        assertThat(PriceHistory.of(grid.ignite(2), "other").lastClose("A")).isEqualTo(4);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> PriceHistory.of(grid.ignite(), "none"))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("There is no universe (none).");
        assertThatThrownBy(() -> PriceHistory.of(grid.ignite(), FinanceFixture.UNIVERSE)
                        .returns(List.of("I1", "X"), 0, Long.MAX_VALUE))
                .isInstanceOf(NqbaException.class)
                .hasMessageContaining("1 of the 2 instruments");
        assertThatThrownBy(() -> PortfolioBook.requirePortfolio(grid.ignite(), "none"))
                .hasMessageContaining("There is no portfolio (none).");
    }
}
