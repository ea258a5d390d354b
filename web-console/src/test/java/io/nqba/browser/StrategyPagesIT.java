package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Playing a strategy over the past, and looking at the market, in a real browser on the demo universe. */
class StrategyPagesIT {
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(90_000);
    private static final Pattern RUN = Pattern.compile(".*/runs/[0-9a-f-]{36}$");

    @Test
    void aGridIsPlayedAndStandsBesideEqualWeights() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/strategies?strategy=moving-average-crossover");
            visit.page().fill("[id='parameters.shortDays']", "20 50 100");
            visit.page().fill("[id='parameters.longDays']", "150 200");
            visit.find("text=Start the backtest").click();
            assertThat(visit.page()).hasURL(RUN);
            assertThat(visit.find("[data-run-state]")).hasText("Succeeded", PATIENTLY);
            visit.page().reload();

            assertThat(visit.find("#tries-title")).isVisible();
            assertThat(visit.find(".ladder__row--ours")).hasCount(1);
            assertThat(visit.find("main")).containsText("6 different tries of this strategy were made");
            assertThat(visit.find("main")).containsText("There is no bound");
            for (String chart : new String[] {"equity", "drawdown"}) {
                visit.page().waitForSelector("#" + chart + "[data-drawn]");
                visit.find("#" + chart + " [data-chart-do=table]").click();
                assertThat(visit.find("#" + chart + "-table tbody tr")).not().hasCount(0);
            }
            visit.mustBeAccessible();
            visit.open("/goliath/strategies");
            assertThat(visit.find("[aria-label='Table of backtests'] tbody tr"))
                    .not()
                    .hasCount(0);
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void wrongFieldsComeBackWithWhatIsWrong() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/strategies?strategy=momentum");
            visit.page().fill("[id='parameters.heldShare']", "seven");
            visit.find("text=Start the backtest").click();

            assertThat(visit.find(".problem__title")).containsText("The backtest was not started");
            assertThat(visit.find("[id='parameters.heldShare']")).hasValue("seven");
            assertThat(visit.find("[id='parameters.heldShare-error']")).containsText("(seven) is not a number");
        }
    }

    @Test
    void aStrategyIsMadeChangedAndRemoved() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/strategies?kind=moving-average-crossover");
            visit.page().fill("#new-name", "Trend by hand");
            visit.page().fill("#new-shortDays", "300");
            visit.page().fill("#new-longDays", "many");
            visit.find("text=Keep the strategy").click();
            assertThat(visit.find("#new-longDays-error")).containsText("(many) is not a number");
            assertThat(visit.find("#new-shortDays")).hasValue("300");
            visit.page().fill("#new-longDays", "200");
            visit.find("text=Keep the strategy").click();
            assertThat(visit.find("#new-shortDays-error")).not().isEmpty();
            visit.screenshot("strategy-wrong");
            visit.mustBeAccessible();
            visit.page().fill("#new-shortDays", "40");
            visit.find("text=Keep the strategy").click();

            assertThat(visit.find("#change-title")).hasText("Change Trend by hand");
            assertThat(visit.find("#set-shortDays")).hasValue("40");
            visit.page().fill("#set-longDays", "7000000");
            visit.find("text=Store the change").click();
            assertThat(visit.find("#set-longDays-error")).containsText("is outside");
            visit.page().fill("#set-longDays", "180");
            visit.page().fill("#set-name", "Slower by hand");
            visit.find("text=Store the change").click();
            assertThat(visit.find("[aria-label='Table of strategies']")).containsText("Slower by hand");
            assertThat(visit.find("#set-longDays")).hasValue("180");
            visit.screenshot("strategy-changed");

            visit.find("text=Remove the strategy").click();
            assertThat(visit.find("[aria-label='Table of strategies']")).not().containsText("Slower by hand");
            visit.mustNotHaveMoved();
        }
        Assertions.assertThat(
                        DemoGrid.rows(
                                "SELECT ACTION FROM AUDIT_ENTRY WHERE SUBJECT = 'trend-by-hand' AND OUTCOME = 'ok' ORDER BY AT_MILLIS"))
                .extracting(entry -> String.valueOf(entry.get(0)))
                .containsExactly("strategy.put", "strategy.put", "strategy.remove");
    }

    @Test
    void whoChangesWhatSomebodyElseChangedIsTold() {
        try (Visit visit = Visit.council();
                Visit other = Visit.council()) {
            visit.open("/goliath/strategies?strategy=pairs");
            other.open("/goliath/strategies?strategy=pairs");
            other.page().fill("#set-name", "Pairs of somebody else");
            other.find("text=Store the change").click();
            assertThat(other.find("#change-title")).hasText("Change Pairs of somebody else");

            visit.page().fill("#set-name", "Pairs");
            visit.find("text=Store the change").click();
            assertThat(visit.find("#change .problem__title")).containsText("changed the strategy meanwhile");
            assertThat(visit.find("#set-name")).hasValue("Pairs");
            visit.find("text=Store the change").click();

            assertThat(visit.find("#change-title")).hasText("Change Pairs");
        }
    }

    @Test
    void theMarketTellsItsRegimesAndScoresItsForecasts() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/market");
            assertThat(visit.find(".regime figcaption")).hasCount(2);
            assertThat(visit.find("[aria-label='Table of forecasts'] tbody tr")).hasCount(4);
            assertThat(visit.find("[aria-label='Table of forecasts']")).containsText("naive");
            visit.page().waitForSelector("#market-volatility[data-drawn]");
            visit.find("nav[aria-label='Days shown'] >> text=All").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*span=all.*"));
            visit.mustHaveBeenQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
    void pagesAreAccessibleQuietAndStill(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/goliath/strategies?strategy=momentum");
            visit.find("text=Start the backtest").click();
            assertThat(visit.find("[data-run-state]")).hasText("Succeeded", PATIENTLY);
            String run = visit.address();
            int number = 0;
            for (String path : new String[] {"/goliath/strategies", "/goliath/market", run}) {
                visit.open(path);
                visit.mustBeLive();
                Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", path, width)
                        .isEqualTo(true);
                visit.mustHaveBeenQuiet();
                visit.screenshot("goliath-strategies-%d-%d-%s".formatted(number++, width, scheme));
                visit.mustBeAccessible();
            }
        }
    }
}
