package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.finance.FirmLimit;
import io.nqba.model.finance.MandateRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All mandates of the demo book under firm-wide limits, from the form to each mandate. */
class MandatePagesIT {
    private static final String RUN = UUID.randomUUID().toString();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @BeforeAll
    static void oneRunHasEnded() {
        TestConsole console = DemoGrid.console();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT BOOK_ID FROM BOOK").isEmpty());
        RunGateway runs = console.bean(RunGateway.class);
        String sector =
                String.valueOf(DemoGrid.rows("SELECT SECTOR FROM INSTRUMENT GROUP BY SECTOR ORDER BY SECTOR LIMIT 1")
                        .get(0)
                        .get(0));
        var request = new MandateRequest(
                "meridian",
                List.of(
                        new FirmLimit(FirmLimit.Kind.SECTOR, sector, 0.05),
                        new FirmLimit(FirmLimit.Kind.FACTOR, "market", 0.6),
                        new FirmLimit(FirmLimit.Kind.FACTOR, "volatility", 3)),
                MandateRequest.ExpectedReturn.HISTORICAL_MEAN,
                750,
                10,
                0.5,
                1e-4,
                200,
                60_000);
        runs.submit(new SubmitRun(RUN, request, "council")).block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(RUN).map(run -> run.state().terminal()).block(PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "1440,LIGHT", "390,LIGHT", "390,DARK"})
    void anAnswerIsReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/goliath/mandates?book=meridian&run=" + RUN);

            assertThat(visit.find("#run-proof figcaption")).containsText("Utility");
            assertThat(visit.find("#firm-limits tbody tr")).hasCount(3);
            assertThat(visit.find("#mandates-table tbody tr")).hasCount(12);
            assertThat(visit.find(".ladder")).containsText("Everybody cut back alike");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("mandates-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void theOverviewShowsTheLastRunOfTheBook() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath?book=meridian");

            assertThat(visit.find(".run-row figcaption")).containsText("the best possible");
            assertThat(visit.find(".run-row")).containsText("asked by");
            visit.find("nav[aria-label=GOLIATH] >> text=Mandates").click();
            assertThat(visit.find("#firm-limits")).isVisible();
        }
    }

    @Test
    void theTableSortsFiltersAndKeepsItInTheAddress() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/mandates?run=" + RUN);
            visit.find("#mandates-sort-capital").click();
            visit.until("() => location.search.includes('sort=capital')", null);
            assertThat(visit.find("#mandates-table th[aria-sort=descending]")).containsText("Capital");
            String largest = visit.find("#mandates-table tbody a").first().innerText();
            visit.page().fill("#mandates-q", largest);
            assertThat(visit.find("#mandates-table tbody tr")).hasCount(1);
            visit.until("() => location.search.includes('q=')", null);

            String address = visit.address();
            visit.open(address);

            assertThat(visit.find("#mandates-table tbody a")).hasText(largest);
            assertThat(visit.find("#mandates-q")).hasValue(largest);
            Download results = visit.page()
                    .waitForDownload(
                            () -> visit.find("[aria-label='CSV of mandates']").click());
            assertThat(results.suggestedFilename())
                    .startsWith("mandate-results-")
                    .endsWith(".csv");
            visit.mustHaveBeenQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,DARK"})
    void theFormSaysWhatIsWrongWithWhichLimit(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/goliath/mandates?tab=start");
            visit.page().fill("#most-0", "a lot");
            visit.page().fill("#factors", "99");
            visit.page().click("text=Start the run");

            assertThat(visit.find("#most-0-error")).containsText("(a lot) is not a number");
            assertThat(visit.find("#factors-error")).containsText("99 is outside 1 to 40");
            assertThat(visit.find("#most-0")).hasValue("a lot");
            visit.page().fill("#most-0", "20");
            visit.page().fill("#name-0", "Spice trade");
            visit.page().fill("#factors", "10");
            visit.page().click("text=Start the run");

            assertThat(visit.find("#name-0-error")).containsText("answers to the SECTOR (Spice trade)");
            visit.screenshot("mandates-form-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void aRunStartedByTheFormEndsOnThePage() {
        try (Visit visit = Visit.council()) {
            visit.open("/goliath/mandates?run=" + RUN);
            visit.page().click("text=Start a run like this");
            assertThat(visit.find("#most-0")).hasValue("5");
            int rows = visit.find(".limit-line").count();
            visit.page().click("text=More rows");
            assertThat(visit.find("#most-1")).hasValue("0.6");
            assertThat(visit.find(".limit-line")).hasCount(rows);
            visit.page().fill("#most-0", "8");
            visit.page().click("text=Start the run");

            assertThat(visit.find("#firm-limits")).isVisible(SOON);
            assertThat(visit.find("[data-run-state]")).hasText("Succeeded");
            assertThat(visit.find("#firm-limits")).containsText("8.00\u00a0%");
            assertThat(visit.find("#mandate-runs tbody tr").first()).containsText("asked by");
            visit.mustBeAccessible();
        }
    }
}
