package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.PortfolioQuery;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.finance.PriceTickRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** GOLIATH's overview and list of portfolios in a real browser, on the demo book. */
class BookPagesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Values and prices move while other tests trade; which portfolios there are, and in which order, does not. */
    private static final String NAMES = "#portfolios-table tbody td:first-child";

    @Test
    void theOverviewShowsTheBookAndItsPortfolios() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath");

            assertThat(visit.find("h1")).hasText("Meridian");
            assertThat(visit.find("#book-stats .stat")).hasCount(5);
            assertThat(visit.find("#portfolios-table tbody tr")).hasCount(12);
            assertThat(visit.find("#book-value .chart__answer")).containsText("every instrument held equally");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void rangeOrderAndFilterStandInTheAddress() {
        String address;
        String rows;
        try (Visit visit = Visit.council()) {
            visit.open("/goliath?days=91");
            visit.find("#portfolios-sort-range").click();
            assertThat(visit.find("th[aria-sort=descending]")).containsText("quarter");
            visit.page().fill("#portfolios-q", "hospital");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]q=hospital.*"));
            assertThat(visit.find("#portfolios-table tbody tr")).hasCount(2);
            address = visit.address();
            rows = String.join(",", visit.find(NAMES).allInnerTexts());
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(String.join(",", fresh.find(NAMES).allInnerTexts())).isEqualTo(rows);
            assertThat(address).contains("days=91");
        }
    }

    @Test
    void aPriceThatComesInShowsWithoutReloading() {
        PortfolioGateway grid = DemoGrid.console().bean(PortfolioGateway.class);
        var giants = Objects.requireNonNull(grid.portfolio("meridian-giants").block(PATIENCE));
        var position = giants.positions().get(0);
        try (Visit visit = Visit.council()) {
            visit.open("/goliath?q=giants");
            visit.mustBeLive();
            String before =
                    visit.find("#portfolios-table tbody tr td:nth-child(3)").innerText();

            grid.take(new PriceTickBatch(List.of(new PriceTickRow(
                            position.instrumentId(), System.currentTimeMillis(), position.price() * 1.2, 100))))
                    .block(PATIENCE);

            assertThat(visit.find("#portfolios-table tbody tr td:nth-child(3)"))
                    .not()
                    .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void theSearchReachesPortfoliosAndInstruments() {
        String ticker = Objects.requireNonNull(DemoGrid.console()
                        .bean(PortfolioGateway.class)
                        .portfolio("meridian-giants")
                        .block(PATIENCE))
                .positions()
                .get(0)
                .instrumentId();
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/portfolios");
            assertThat(visit.find("#portfolios-table tbody tr")).hasCount(12);
            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type("ten giants");
            assertThat(visit.find("#palette-results")).containsText("Ten Giants");
            visit.page().fill("#palette input", ticker);
            assertThat(visit.find("#palette-results")).containsText("Prices as CSV");
        }
        assertThat(Objects.requireNonNull(DemoGrid.console()
                                .bean(PortfolioGateway.class)
                                .portfolios(new PortfolioQuery("meridian", null, null, 50))
                                .block(PATIENCE))
                        .items())
                .hasSize(12);
    }
}
