package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
    void aLimitIsSetChangedOverSomebodyElsesChangeAndRemoved() {
        String portfolio = portfolio();
        try (Visit visit = Visit.as(Role.COUNCIL, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/goliath/risk?scope=portfolio&id=" + portfolio);
            limit(visit, "by hand", "SECTOR_WEIGHT", "Energy", "40", "30");
            assertThat(visit.find("#limitId-error")).containsText("(by hand) is no name");
            assertThat(visit.find("#warnLevel-error")).containsText("it would never warn");
            assertThat(visit.find("#breachLevel")).hasValue("30");
            visit.screenshot("risk-limit-wrong");
            visit.mustBeAccessible();

            limit(visit, "by-hand", "SECTOR_WEIGHT", "Energy", "20", "30");
            Locator row = visit.page().locator("#risk-limits tr", new Page.LocatorOptions().setHasText("by-hand"));
            assertThat(row).containsText("30.00\u00a0%");
            row.locator("a").click();
            assertThat(visit.find("#limit-title")).hasText("Change limit by-hand");
            assertThat(visit.find("#breachLevel")).hasValue("30");
            somebodyElseChanges(portfolio);
            visit.page().fill("#breachLevel", "35");
            visit.page().click("text=Store the change");
            assertThat(visit.find("#limit-form .problem")).containsText("changed the limit meanwhile");
            assertThat(visit.find("#breachLevel")).hasValue("35");
            visit.screenshot("risk-limit-conflict");
            visit.page().click("text=Store the change");
            assertThat(row).containsText("35.00\u00a0%");

            row.locator("a").click();
            visit.page().click("text=Remove the limit");
            assertThat(visit.find("#limit-title")).hasText("Set a limit");
            assertThat(row).hasCount(0);
            visit.mustNotHaveMoved();
        }
        assertThat(DemoGrid.rows(
                        "SELECT ACTION, OUTCOME FROM AUDIT_ENTRY WHERE SUBJECT LIKE 'by-hand%' ORDER BY AT_MILLIS"))
                .extracting(entry -> entry.get(0) + " " + entry.get(1))
                .contains("risk-limit.create ok", "risk-limit.change ok", "risk-limit.remove ok");
    }

    private static void somebodyElseChanges(String portfolio) {
        CONSOLE.as(Role.OPERATOR)
                .put()
                .uri("/api/v1/goliath/risk-limits/by-hand")
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of(
                        "scope",
                        "PORTFOLIO",
                        "subjectId",
                        portfolio,
                        "measure",
                        "SECTOR_WEIGHT",
                        "target",
                        "Energy",
                        "warnLevel",
                        0.1,
                        "breachLevel",
                        0.2))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void limit(Visit visit, String name, String measure, String target, String warn, String breach) {
        visit.page().fill("#limitId", name);
        visit.page().selectOption("#measure", measure);
        visit.page().fill("#target", target);
        visit.page().fill("#warnLevel", warn);
        visit.page().fill("#breachLevel", breach);
        visit.page().click("text=Set the limit");
    }

    @Test
    void whoMayNotSetLimitsSeesNoForm() {
        try (Visit visit = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/goliath/risk");

            assertThat(visit.find("#risk-limits")).isVisible();
            assertThat(visit.find("#limit-form")).hasCount(0);
            assertThat(visit.find("#risk-limits a")).hasCount(0);
        }
    }

    /** From the page to the books: checked, accepted, filled in two pieces by the price stream, booked and written down. */
    @Test
    void aPaperOrderIsFilledByTheStreamAndMovesPositionCashAndAudit() {
        // Another one than the other orders of these tests are for.
        String portfolio = (String) DemoGrid.rows("SELECT PORTFOLIO_ID FROM PORTFOLIO ORDER BY PORTFOLIO_ID")
                .get(1)
                .get(0);
        try (Visit visit = Visit.as(Role.OPERATOR, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/goliath/risk?scope=portfolio&id=" + portfolio);
            visit.mustBeLive();
            String instrument = visit.find("#risk-parts tbody tr td").first().innerText();
            double held = held(portfolio, instrument);
            double cash = cash(portfolio);
            double price = price(instrument);
            visit.page().evaluate("window.stayed = true");
            order(visit, "SELL", instrument, "6");
            Locator row = visit.find("#risk-orders tbody tr").first();
            assertThat(row).containsText("accepted");
            visit.mustBeLive();

            tick(instrument, price, 20);
            assertThat(row).containsText("partly filled");
            visit.screenshot("risk-order-partly");
            tick(instrument, price, 500);
            assertThat(row).containsText("filled");
            assertThat(row).not().containsText("partly");
            visit.screenshot("risk-order-filled");

            assertThat(held(portfolio, instrument)).isEqualTo(held - 6);
            double cost = ((Number) DemoGrid.rows(
                                    "SELECT SUM(COST) FROM TRADE WHERE PORTFOLIO_ID = ? AND INSTRUMENT_ID = ?",
                                    portfolio,
                                    instrument)
                            .get(0)
                            .get(0))
                    .doubleValue();
            assertThat(cash(portfolio)).isCloseTo(cash + 6 * price - cost, within(1e-6 * cash));
            assertThat(DemoGrid.rows(
                            "SELECT SUBJECT FROM AUDIT_ENTRY WHERE ACTION = 'order.fill' AND SUBJECT LIKE ?",
                            "%SELL%of 6 " + instrument + "%"))
                    .hasSize(2);
        }
    }

    private static void tick(String instrument, double price, double volume) {
        CONSOLE.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/goliath/price-ticks")
                .bodyValue(Map.of(
                        "rows",
                        java.util.List.of(Map.of(
                                "instrumentId",
                                instrument,
                                "at",
                                java.time.Instant.now().toString(),
                                "price",
                                price,
                                "volumeShares",
                                volume))))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static double held(String portfolio, String instrument) {
        return ((Number) DemoGrid.rows(
                                "SELECT SHARES FROM POSITION WHERE PORTFOLIO_ID = ? AND INSTRUMENT_ID = ?",
                                portfolio,
                                instrument)
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    private static double cash(String portfolio) {
        return ((Number) DemoGrid.rows("SELECT CASH FROM PORTFOLIO WHERE PORTFOLIO_ID = ?", portfolio)
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    private static double price(String instrument) {
        return ((Number) DemoGrid.rows(
                                "SELECT CLOSE_PRICE FROM PRICE_BAR WHERE INSTRUMENT_ID = ? ORDER BY TRADING_DAY DESC LIMIT 1",
                                instrument)
                        .get(0)
                        .get(0))
                .doubleValue();
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
