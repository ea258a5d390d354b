package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The risk page in a real browser, on the book of a first start. */
class RiskPageIT {
    private static final TestConsole CONSOLE = DemoGrid.console();

    @BeforeAll
    static void theDemoBookIsThereAndLimited() {
        Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT BOOK_ID FROM BOOK").isEmpty());
        for (String measure : new String[] {"VALUE_AT_RISK_99", "SECTOR_WEIGHT", "LIQUIDITY_DAYS"}) {
            CONSOLE.as(Role.COUNCIL)
                    .post()
                    .uri("/api/v1/goliath/risk-limits")
                    .bodyValue(Map.of(
                            "id",
                            "book-" + measure.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                            "scope",
                            "BOOK",
                            "subjectId",
                            book(),
                            "measure",
                            measure,
                            "warnLevel",
                            0.02,
                            "breachLevel",
                            measure.equals("LIQUIDITY_DAYS") ? 20 : 0.3))
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
    }

    private static String book() {
        return (String) DemoGrid.rows("SELECT BOOK_ID FROM BOOK ORDER BY BOOK_ID")
                .get(0)
                .get(0);
    }

    private static String portfolio() {
        return (String) DemoGrid.rows("SELECT PORTFOLIO_ID FROM PORTFOLIO ORDER BY PORTFOLIO_ID")
                .get(0)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void thePageIsAccessibleAndQuiet(int width, ColorScheme scheme) {
        try (Visit visit = Visit.as(Role.ANALYST, CONSOLE.url(), width, scheme)) {
            visit.open("/goliath/risk");
            visit.mustBeLive();
            assertThat(visit.find("#risk-tails tbody tr")).hasCount(4);
            assertThat(visit.find("#risk-tails svg.strip")).hasCount(4);
            visit.screenshot("risk-%d-%s".formatted(width, scheme));

            visit.mustBeAccessible();
            visit.mustHaveBeenQuiet();
            assertThat((Boolean) visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no sideways scrolling")
                    .isTrue();
        }
    }

    @Test
    void theAddressShowsTheSameViewInAFreshSession() {
        String address = "/goliath/risk?scope=portfolio&id=" + portfolio()
                + "&method=ewma&confidence=95&shock=all&on=&by=-20#stress";
        try (Visit visit = Visit.as(Role.COUNCIL, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open(address);

            assertThat(visit.find("#backtest .chart__answer")).containsText("EWMA, 95 %");
            assertThat(visit.find("#risk-stress tr.risk-own")).containsText("All prices by -20 %");
            assertThat(visit.find("#of option[selected]")).hasAttribute("value", "portfolio:" + portfolio());
            // Who sets the limits does not trade.
            assertThat(visit.find("#orders form")).hasCount(0);
            visit.screenshot("risk-portfolio-shock");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void anOrderIsPlacedShownAndCancelled() {
        try (Visit visit = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/goliath/risk?scope=portfolio&id=" + portfolio());
            String instrument = visit.find("#risk-parts tbody tr td").first().innerText();
            order(visit, "SELL", instrument, "1000000000");
            assertThat(visit.find("#shares-error")).containsText("Send at most");
            visit.mustBeAccessible();
            visit.screenshot("risk-order-refused");

            order(visit, "BUY", instrument, "900000000");
            assertThat(visit.find("#orders .problem")).containsText("rejected");
            assertThat(visit.find("#risk-orders tbody tr").first()).containsText("would pass");
            assertThat(visit.address()).startsWith("/goliath/risk?scope=portfolio&id=" + portfolio());
            visit.screenshot("risk-order-rejected");

            order(visit, "SELL", instrument, "1");
            Locator row = visit.find("#risk-orders tbody tr").first();
            assertThat(row).containsText("Sell 1 " + instrument);
            assertThat(row).containsText("accepted");
            row.locator("button").click();
            assertThat(visit.find("#risk-orders tbody tr").first()).containsText("cancelled");
            visit.mustNotHaveMoved();
        }
    }

    @Test
    void whatSomebodyElseOrdersShowsWithoutAReload() {
        try (Visit visit = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/goliath/risk?scope=portfolio&id=" + portfolio());
            visit.mustBeLive();
            String instrument = visit.find("#risk-parts tbody tr td").first().innerText();
            visit.page().evaluate("window.stayed = true");
            CONSOLE.as(Role.OPERATOR)
                    .post()
                    .uri("/api/v1/goliath/orders")
                    .bodyValue(
                            Map.of("portfolioId", portfolio(), "instrumentId", instrument, "side", "SELL", "shares", 2))
                    .exchange()
                    .expectStatus()
                    .isCreated();

            assertThat(visit.find("#risk-orders tbody tr").first()).containsText("Sell 2 " + instrument);
            assertThat((Boolean) visit.page().evaluate("window.stayed === true"))
                    .isTrue();
        }
    }

    private static void order(Visit visit, String side, String instrument, String shares) {
        visit.page().selectOption("#side", side);
        visit.page().fill("#instrumentId", instrument);
        visit.page().fill("#shares", shares);
        visit.page().click("#orders button.btn--primary");
    }
}
