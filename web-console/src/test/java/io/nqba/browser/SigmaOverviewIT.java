package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lead of sales sees first, on the demo book. */
class SigmaOverviewIT {
    private static final TestConsole CONSOLE = DemoGrid.console();
    private static final String OPEN = "CAST(STATUS AS VARCHAR) IN ('NEW', 'WORKING', 'QUALIFIED')";

    @BeforeAll
    static void theBookIsThere() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT"})
    void itIsReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(CONSOLE.url(), width, scheme)) {
            visit.open("/sigma");
            visit.mustBeLive();

            assertThat(visit.find("#sigma-stats .stat")).hasCount(6);
            assertThat(visit.find("#sigma-agents tbody tr").first()).isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("sigma-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void leadsOfAGradeOpenInTheTable() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma");
            visit.find("#sigma-agents tbody a").first().click();

            assertThat(visit.find("h1")).hasText("Leads");
            assertThat(visit.find("select[name=owner]")).not().hasValue("");
        }
    }

    @Test
    void aLeadOfNobodyCountsAtOnce() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma");
            visit.mustBeLive();
            String before = visit.find("#sigma-stats .stat:has-text('Leads without an owner') .stat__figure")
                    .innerText();

            String id = "nobody-" + UUID.randomUUID();
            DemoGrid.put(
                    CacheNames.LEAD,
                    id,
                    Lead.of(id).schemaId("demo").company("Nobody").build());

            visit.until(
                    "before => document.querySelectorAll('#sigma-stats .stat__figure')[4].innerText !== before",
                    before);
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void theApiTellsTheSameFigures() {
        Map<?, ?> figures = CONSOLE.as(Role.SERVICE)
                .get()
                .uri("/api/v1/sigma/overview")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(figures).get("openLeads"))
                .hasToString(count("SELECT COUNT(*) FROM LEAD WHERE " + OPEN));
        assertThat(figures.get("openDeals"))
                .hasToString(
                        count(
                                "SELECT COUNT(*) FROM OPPORTUNITY WHERE CAST(STAGE AS VARCHAR) IN ('PROSPECTING', 'ENGAGING')"));
        assertThat(figures.get("overdueTasks"))
                .hasToString(count(
                        "SELECT COUNT(*) FROM ACTIVITY WHERE CAST(KIND AS VARCHAR) = 'TASK' AND DONE = FALSE AND DUE_DAY < "
                                + LocalDate.now(ZoneOffset.UTC).toEpochDay()));
    }

    private static String count(String sql) {
        return String.valueOf(DemoGrid.rows(sql).get(0).get(0));
    }
}
