package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Lead;
import io.nqba.model.security.Role;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leads in a real browser, on the demo book. */
class LeadPagesIT {
    @BeforeAll
    static void theBookIsThere() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "1440,LIGHT", "390,LIGHT"})
    void theTableIsReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/sigma/leads?status=working");
            visit.mustBeLive();

            assertThat(visit.find("#leads-table tbody tr")).hasCount(50);
            assertThat(visit.find("#leads-foot")).containsText("50 of ");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("leads-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void filtersOrderPageAndChosenRowStandInTheAddress() {
        String address;
        String rows;
        String chosen;
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads");
            visit.mustBeLive();
            visit.page().selectOption("select[name=status]", "new");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]status=new.*"));
            visit.page().selectOption("select[name=source]", "cold call");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]source=cold\\+call.*"));
            visit.find("#leads-sort-amount").click();
            assertThat(visit.find("th[aria-sort=descending]")).containsText("If won");
            assertThat(visit.find("#leads-table tbody tr td:nth-child(9)").first())
                    .hasText("cold call");
            visit.find("#leads-table .table__row-link").first().focus();
            visit.page().keyboard().press("ArrowDown");
            assertThat(visit.find("#leads-table tr[data-chosen]")).hasCount(1);
            chosen = visit.find("#leads-table tr[data-chosen]").getAttribute("data-row");
            address = visit.address();
            rows = visit.find("#leads-table tbody").innerText();
            visit.mustHaveBeenQuiet();
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("#leads-table tbody").innerText()).isEqualTo(rows);
            assertThat(fresh.find("select[name=source]")).hasValue("cold call");
            assertThat(fresh.find("#leads-table tr[data-chosen]")).hasAttribute("data-row", chosen);
            assertThat(fresh.find("#leads-table tr[data-row]").nth(1)).hasAttribute("data-row", chosen);
        }
    }

    @Test
    void theNextPageBeginsWhereThisOneEnds() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads?sort=company&dir=asc");
            String last = visit.find("#leads-table tr[data-row]").last().getAttribute("data-row");
            visit.find("#leads-next").click();
            assertThat(visit.find("#leads-first")).isVisible();

            assertThat(visit.find("#leads-table tr[data-row]")).hasCount(50);
            assertThat(visit.find("tr[data-row='" + last + "']")).hasCount(0);
            visit.page().reload();
            visit.mustBeLive();
            assertThat(visit.find("#leads-first")).isVisible();
        }
    }

    @Test
    void aLeadThatComesInShowsWithoutReloading() {
        String company = "Zeppelin " + UUID.randomUUID();
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads?q=zeppelin");
            visit.mustBeLive();
            assertThat(visit.find("#leads-table tbody")).containsText("No lead is all of this");

            String id = "late-" + UUID.randomUUID();
            DemoGrid.put(
                    CacheNames.LEAD,
                    id,
                    Lead.of(id)
                            .schemaId("demo")
                            .company(company)
                            .createdAtMillis(System.currentTimeMillis())
                            .build());

            assertThat(visit.find("#leads-table tbody")).containsText(company);
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void aPersonIsFoundByEmailWithoutTheAddressInTheLink() {
        String email = "ida." + UUID.randomUUID() + "@harbour.example";
        String company = "Harbour " + UUID.randomUUID();
        TestConsole console = DemoGrid.console();
        console.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/sigma/leads")
                .header("Content-Type", "application/json")
                .bodyValue("""
                        {"schemaId": "demo", "company": "%s", "person": {"name": "Ida Berg", "email": "%s"}}""".formatted(company, email))
                .exchange()
                .expectStatus()
                .isCreated();
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads");
            visit.page().fill("#leads-email", email.toUpperCase(Locale.ROOT));
            visit.find("text=Find the person").click();

            assertThat(visit.find("#leads-table tbody tr")).hasCount(1);
            assertThat(visit.find("#leads-table tbody tr")).containsText(company);
            assertThat(visit.find("#leads-table tbody tr")).containsText("Ida Berg");
            assertThat(visit.address())
                    .doesNotContain("harbour")
                    .doesNotContain("@")
                    .doesNotContain("%40");
        }
    }

    @Test
    void analystsSeeMaskedPersonsOnPageAndInFile() throws Exception {
        String name = clearName();
        try (Visit visit = Visit.as(Role.ANALYST, DemoGrid.console().url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/sigma/leads?q=demo-lead");
            assertThat(visit.find("#leads-email")).hasCount(0);
            Pattern initials = Pattern.compile("^\\S\\. \\S\\.$");
            assertThat(visit.find("#leads-table tbody tr td:nth-child(2)").first())
                    .hasText(initials);

            Download file = visit.page()
                    .waitForDownload(() ->
                            visit.find("[aria-label='CSV of these leads']").click());
            List<String> lines = Files.readAllLines(Objects.requireNonNull(file.path()));
            assertThat(lines).hasSizeGreaterThan(1_000);
            assertThat(lines).noneMatch(line -> line.contains(name));
        }
    }

    private static String clearName() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads?q=demo-lead");
            return visit.find("#leads-table tbody tr td:nth-child(2)").first().innerText();
        }
    }
}
