package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.PortfolioObjective;
import io.nqba.model.finance.PortfolioRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a portfolio of the demo book: a run from its form to its trades. */
class PortfolioPageIT {
    private static final String PORTFOLIO = "meridian-index";
    private static final String RUN = UUID.randomUUID().toString();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @BeforeAll
    static void oneRunHasEnded() {
        TestConsole console = DemoGrid.console();
        RunGateway runs = console.bean(RunGateway.class);
        PortfolioRequest request = PortfolioRequest.of(PortfolioObjective.MAX_SHARPE)
                .portfolioId(PORTFOLIO)
                .mostNames(12)
                .leastHolding(0.02)
                .maxRounds(2)
                .frontierPoints(24)
                .build();
        runs.submit(new SubmitRun(RUN, request, "council")).block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(RUN).map(run -> run.state().terminal()).block(PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "1440,LIGHT", "390,LIGHT", "390,DARK"})
    void aProposalIsReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/goliath/portfolios/" + PORTFOLIO + "?run=" + RUN);

            assertThat(visit.find("#run-proof figcaption")).containsText("Sharpe ratio");
            assertThat(visit.find("#frontier canvas")).isVisible();
            assertThat(visit.find("#verdict")).containsText("On the past");
            assertThat(visit.find("#trades tbody tr").first()).isVisible();
            assertThat(visit.find("#weights tbody tr").first()).isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("portfolio-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,DARK"})
    void theFormSaysWhatIsWrongAndKeepsWhatWasTyped(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/goliath/portfolios/" + PORTFOLIO + "?tab=start");
            visit.page().selectOption("#objective", "target-return");
            visit.page().fill("#mostNames", "many");
            visit.page().click("text=Start the run");

            assertThat(visit.find("#target-error")).containsText("needs a target");
            assertThat(visit.find("#mostNames-error")).containsText("(many) is not a whole number");
            assertThat(visit.find("#mostNames")).hasValue("many");
            visit.screenshot("portfolio-form-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void aRunStartedByTheFormEndsOnThePage() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/portfolios/" + PORTFOLIO + "?tab=start");
            visit.page().selectOption("#objective", "min-volatility");
            visit.page().fill("#frontierPoints", "12");
            visit.page().click("text=Start the run");

            assertThat(visit.find("#trades-title")).isVisible(SOON);
            assertThat(visit.find("[data-run-state]")).hasText("Succeeded");
            assertThat(visit.find("#run-proof figcaption")).containsText("proven to be the best possible");
            Download trades = visit.page()
                    .waitForDownload(
                            () -> visit.find("[aria-label='CSV of trades']").click());
            assertThat(trades.suggestedFilename()).startsWith("trades-").endsWith(".csv");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void whatCannotBeKeptIsSaidWithTheLimitToRelax() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/portfolios/" + PORTFOLIO + "?tab=start");
            visit.page().selectOption("#objective", "target-return");
            visit.page().fill("#target", "500");
            visit.page().click("text=Start the run");

            assertThat(visit.find(".problem__remedy")).isVisible(SOON);
            assertThat(visit.find(".problem__remedy")).containsText("Lower 'expected net return' from 5 to");
            visit.mustBeAccessible();
        }
    }
}
