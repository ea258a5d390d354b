package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PriceBar;
import io.nqba.model.finance.PriceBarKey;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.testing.GridFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.Ignite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoMarketIT {
    private static final Instant SATURDAY = Instant.parse("2026-05-23T10:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(2);
        module(SATURDAY).load(grid.ignite());
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void everyPortfolioHoldsWhatItsMandateAllowsAndIsWorthWhatItsStyleSays() {
        Ignite ignite = grid.ignite();
        PriceHistory history = PriceHistory.of(ignite, FinanceDataModule.UNIVERSE_ID);
        List<String> ids = PortfolioBook.portfolioIds(ignite, DemoBook.BOOK_ID);

        assertThat(ids).hasSize(12);
        for (String id : ids) {
            Portfolio portfolio = PortfolioBook.requirePortfolio(ignite, id);
            var positions = PortfolioBook.positions(ignite, id);
            double value = portfolio.cash();
            for (var position : positions.entrySet()) {
                Instrument instrument = Objects.requireNonNull(
                        ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(position.getKey()));
                assertThat(instrument.isTraded(history.lastDay())).isTrue();
                value += position.getValue().shares() * history.lastClose(position.getKey());
            }
            assertThat(value).as(id).isBetween(5.9e6, 48.1e6);
            assertThat(positions).as(id).hasSizeGreaterThanOrEqualTo(3);
            if (!portfolio.mandate().instrumentIds().isEmpty()) {
                assertThat(portfolio.mandate().instrumentIds()).containsAll(positions.keySet());
            }
        }
    }

    @Test
    void aLaterStartGoesOnWithTheDaysItMissed() {
        PriceHistory before = PriceHistory.of(grid.ignite(), FinanceDataModule.UNIVERSE_ID);
        assertThat(LocalDate.ofEpochDay(before.lastDay())).isEqualTo("2026-05-22");

        module(SATURDAY.plusSeconds(5 * 86_400)).load(grid.ignite());

        PriceHistory after = PriceHistory.of(grid.ignite(1), FinanceDataModule.UNIVERSE_ID);
        assertThat(LocalDate.ofEpochDay(after.lastDay())).isEqualTo("2026-05-27");
        assertThat(after.days()).hasSize(before.days().length + 3);
        String id = after.instrumentIds().get(3);
        assertThat(after.closeAt(id, before.days().length - 1)).isEqualTo(before.lastClose(id));
        assertThat(after.lastClose(id) / before.lastClose(id)).isBetween(0.6, 1.5);
        PriceBar bar = Objects.requireNonNull(grid.ignite()
                .<PriceBarKey, PriceBar>cache(CacheNames.PRICE_BAR)
                .get(new PriceBarKey(id, after.lastDay())));
        assertThat(bar.adjustedClose()).isEqualTo(after.lastClose(id));
        assertThat(PortfolioBook.portfolioIds(grid.ignite(), DemoBook.BOOK_ID)).hasSize(12);
    }

    @Test
    void aGeneratedBookGivesEachMandateItsShareOfTheUniverse() {
        BookLoad.silently(grid.ignite())
                .load(new BookRecipe("many", "Many", 300, 40, 10, 5), FinanceDataModule.UNIVERSE_ID);

        List<String> ids = PortfolioBook.portfolioIds(grid.ignite(), "many");
        assertThat(ids).hasSize(300);
        Portfolio one = PortfolioBook.requirePortfolio(grid.ignite(), ids.get(123));
        assertThat(one.mandate().instrumentIds()).hasSize(40).doesNotHaveDuplicates();
        assertThat(PortfolioBook.positions(grid.ignite(), ids.get(123)).keySet())
                .hasSizeBetween(8, 10)
                .isSubsetOf(one.mandate().instrumentIds());
    }

    private static FinanceDataModule module(Instant now) {
        return new FinanceDataModule(Clock.fixed(now, ZoneOffset.UTC));
    }
}
