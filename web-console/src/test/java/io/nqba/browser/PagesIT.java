package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesIT {
    private static final String RUN = UUID.randomUUID().toString();
    static final String SITES = "/flyfox?district=riverside&tab=sites&run=" + RUN;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String GRAPH = "Forty vertices";

    private static String problem = "";
    private static String oneSearch = "";
    private static String otherSearch = "";
    private static String lead = "";
    private static String deal = "";
    private static String account = "";

    @BeforeAll
    static void oneRunHasEnded() {
        TestConsole console = DemoGrid.console();
        RunGateway runs = console.bean(RunGateway.class);
        Instant last = console.bean(SiteGateway.class)
                .district("riverside")
                .map(district -> district.lastReadingAt())
                .block(PATIENCE);
        long day = Duration.ofDays(1).toMillis();
        long start = Objects.requireNonNull(last).toEpochMilli() / day * day - 3 * day;
        runs.submit(new SubmitRun(
                        RUN,
                        new EnergyRequest(
                                "riverside",
                                start,
                                48,
                                EnergyRequest.Source.READINGS,
                                2.3333,
                                0,
                                true,
                                1e-3,
                                200,
                                60_000),
                        "council"))
                .block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(RUN).map(run -> run.state().terminal()).block(PATIENCE));
    }

    @BeforeAll
    static void twoSearchesHaveEnded() {
        TestConsole console = DemoGrid.console();
        problem = StoredGraph.random(40, 6, 3).store(console, GRAPH);
        oneSearch = StoredGraph.solve(console, problem, GRAPH, 1, 400);
        otherSearch = StoredGraph.solve(console, problem, GRAPH, 2, 400);
    }

    @BeforeAll
    static void theSalesBookIsThere() {
        DemoGrid.console();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> one("SELECT COUNT(*) FROM LEAD_SCHEMA WHERE SCHEMA_ID = 'demo'")
                        .equals("1"));
        lead = one("SELECT MAX(LEAD_ID) FROM LEAD WHERE LEAD_ID LIKE 'demo%'");
        deal = one(
                "SELECT MAX(OPPORTUNITY_ID) FROM OPPORTUNITY WHERE OPPORTUNITY_ID LIKE 'demo%' AND ACCOUNT_ID <> ''");
        account = one("SELECT MAX(ACCOUNT_ID) FROM ACCOUNT WHERE ACCOUNT_ID LIKE 'demo%'");
    }

    private static String one(String sql) {
        return String.valueOf(DemoGrid.rows(sql).get(0).get(0));
    }

    static List<String> pages() {
        return List.of(
                "/",
                "/flyfox?district=riverside&run=" + RUN,
                "/flyfox?district=riverside&tab=sites&run=" + RUN,
                "/flyfox?district=riverside&tab=consumption",
                "/flyfox?district=riverside&tab=start",
                "/flyfox/sites/riverside-001?run=" + RUN,
                "/flyfox/sites/riverside-001?tab=consumption",
                "/goliath",
                "/goliath?days=30&sort=range&dir=asc&q=fund",
                "/goliath/portfolios",
                "/optimisation",
                "/optimisation/submit",
                "/optimisation/problems/" + problem,
                "/runs/" + oneSearch,
                "/optimisation/compare?a=" + oneSearch + "&b=" + otherSearch,
                "/optimisation/compare",
                "/runs?unit=platform&kind=annealing",
                "/runs",
                "/runs/" + RUN,
                "/sigma",
                "/sigma/leads",
                "/sigma/leads/" + lead,
                "/sigma/pipeline",
                "/sigma/deals/" + deal,
                "/sigma/accounts",
                "/sigma/accounts/" + account,
                "/sigma/scoring",
                "/sigma/assignment",
                "/sigma/forecast",
                "/sigma/segments?by=SIZE",
                "/sigma/engagement",
                "/sigma/engagement/rules",
                "/sigma/duplicates",
                "/sigma/import",
                "/grid",
                "/styleguide");
    }

    @ParameterizedTest
    @CsvSource({"1920,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
    void everyPageIsAccessibleQuietAndStill(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            int number = 0;
            for (String path : pages()) {
                visit.open(path);
                visit.mustBeLive();
                assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", path, width)
                        .isEqualTo(true);
                visit.mustHaveBeenQuiet();
                visit.screenshot("page-%02d-%d-%s".formatted(number++, width, scheme));
                visit.mustBeAccessible();
            }
        }
    }

    @Test
    void theAddressShowsTheSameInAFreshSession() {
        String address;
        String onlyRow;
        try (Visit visit = Visit.council()) {
            visit.open(SITES);
            visit.find("#sites-sort-name").click();
            assertThat(visit.find("th[aria-sort=ascending]")).hasText("Site");
            visit.page().fill("#sites-q", "home 12");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]q=home\\+12.*"));
            assertThat(visit.find("#sites tbody tr")).hasCount(1);
            address = visit.address();
            onlyRow = visit.find("#sites tbody tr").innerText();
            visit.mustHaveBeenQuiet();
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("th[aria-sort=ascending]")).hasText("Site");
            assertThat(fresh.find("#sites-q")).hasValue("home 12");
            assertThat(fresh.find("#sites tbody tr")).hasCount(1);
            assertThat(fresh.find("#sites tbody tr").innerText()).isEqualTo(onlyRow);
        }
    }

    @Test
    void zoomAndTableOfAChartStandInTheAddress() {
        String address;
        try (Visit visit = Visit.council()) {
            visit.open("/flyfox?district=riverside&run=" + RUN);
            visit.find("#load [data-chart-do=zoom-in]").click();
            visit.find("#load [data-chart-do=table]").click();
            assertThat(visit.find("#load-table tbody tr")).hasCount(48);
            address = visit.address();
        }
        assertThat(address).contains("zoom=load.").contains("table=load");
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("#load-table tbody tr")).hasCount(48);
            assertThat(fresh.address()).isEqualTo(address);
        }
    }

    @Test
    void theChosenThemeStays() {
        try (Visit visit = Visit.council()) {
            visit.open("/flyfox?district=riverside&run=" + RUN);
            visit.find("#load [data-chart-do=table]").click();
            visit.find("summary[aria-label='Theme and account']").click();
            visit.find("[data-theme-choice=dark]").click();
            assertThat(visit.find("html")).hasAttribute("data-theme", "dark");
            assertThat(visit.find("#load-table")).isVisible();

            visit.open("/grid");

            // The server draws it: a script would come too late.
            assertThat(visit.find("html").getAttribute("data-theme")).isEqualTo("dark");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void theKeyboardReachesEverything() {
        try (Visit visit = Visit.council()) {
            visit.open("/");
            visit.page().keyboard().press("Tab");
            assertThat(visit.find(":focus")).hasText("Skip to the content");

            visit.page().keyboard().press("?");
            assertThat(visit.find("#shortcuts")).isVisible();
            visit.mustBeAccessible();
            visit.page().keyboard().press("Escape");

            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type("Riverside home 12");
            assertThat(visit.find("#palette-results a").first()).containsText("Riverside home 12");
            visit.mustBeAccessible();
            visit.page().keyboard().press("Enter");
            assertThat(visit.find("h1")).hasText("Riverside home 12");
            visit.mustBeLive();

            visit.page().keyboard().press("g");
            visit.page().keyboard().press("r");
            assertThat(visit.find("h1")).hasText("Runs");
            assertThat(visit.find("[data-live-badge]")).hasAttribute("data-state", "connected");
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("o");
            assertThat(visit.find("h1")).hasText("Optimisation");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void anUnknownRunIsSaidInWords() {
        try (Visit visit = Visit.council()) {
            visit.open("/runs/" + UUID.randomUUID());

            assertThat(visit.find("h1")).containsText("There is no run with");
            visit.mustBeAccessible();
            visit.screenshot("not-found");
        }
    }
}
