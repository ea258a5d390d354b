package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts in a real browser, on the demo book. */
class AccountPagesIT {
    private static final TestConsole CONSOLE = DemoGrid.console();

    @BeforeAll
    static void theBookIsThere() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT"})
    void listAndPageAreReadableAndAccessible(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(CONSOLE.url(), width, scheme)) {
            visit.open("/sigma/accounts");
            visit.mustBeLive();
            mustFit(visit, "accounts-%d-%s".formatted(width, scheme));

            visit.find("#accounts-table .table__row-link").first().click();
            visit.mustBeLive();
            assertThat(visit.find("#account-deals tbody tr").first()).isVisible();
            mustFit(visit, "account-%d-%s".formatted(width, scheme));
        }
    }

    private static void mustFit(Visit visit, String picture) {
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        visit.mustHaveBeenQuiet();
        visit.screenshot(picture);
        visit.mustBeAccessible();
    }

    @Test
    void orderAndFilterStandInTheAddress() {
        String address;
        String rows;
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/accounts");
            visit.mustBeLive();
            visit.find("#accounts-sort-revenue").click();
            assertThat(visit.find("th[aria-sort=descending]")).containsText("Revenue");
            visit.page().fill("#accounts-q", "corp");
            visit.until("() => location.search.includes('q=corp')", null);
            address = visit.address();
            rows = visit.find("#accounts-table tbody").innerText();
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("#accounts-table tbody").innerText()).isEqualTo(rows);
        }
    }

    @Test
    void theSecondOfTwoIsToldAndLosesNothing() {
        String id = account("Two Writers Corp.");
        try (Visit first = Visit.council();
                Visit second = Visit.council()) {
            first.open("/sigma/accounts/" + id);
            second.open("/sigma/accounts/" + id);
            first.page().fill("#edit-region", "South");
            first.find("text=Store the change").click();
            assertThat(first.find("#account-facts")).containsText("South");

            second.page().fill("#edit-employees", "77");
            second.find("text=Store the change").click();
            assertThat(second.find("#account-problem")).containsText("Somebody changed the account meanwhile");
            assertThat(second.find("#meanwhile tbody tr")).hasCount(1);
            assertThat(second.find("#edit-employees")).hasValue("77");
            assertThat(second.find("#edit-region")).hasValue("South");
            second.mustBeAccessible();

            second.find("text=Store the change").click();
            assertThat(second.find("#account-problem")).hasCount(0);
            assertThat(second.find("#account-facts")).containsText("77");
            assertThat(first.find("#account-facts")).containsText("77");
        }
    }

    @Test
    void contactsAreMaskedByRole() {
        String id = account("Masked Corp.");
        CONSOLE.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/sigma/accounts/" + id + "/contacts")
                .header("Content-Type", "application/json")
                .bodyValue("{\"name\": \"Ada Holm\", \"email\": \"ada@masked.example\", \"role\": \"buyer\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        try (Visit council = Visit.council();
                Visit analyst = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            council.open("/sigma/accounts/" + id);
            analyst.open("/sigma/accounts/" + id);

            assertThat(council.find("#account-contacts")).containsText("Ada Holm");
            assertThat(analyst.find("#account-contacts")).containsText("A. H.");
            assertThat(analyst.find("main")).not().containsText("Ada");
        }
    }

    @Test
    void aContactIsAddedChangedByTwoRemovedAndErased() {
        String id = account("Peopled Corp.");
        String path = "/sigma/accounts/" + id;
        try (Visit visit = Visit.council();
                Visit other = Visit.as(Role.OPERATOR, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open(path);
            visit.find("#contact summary").click();
            visit.page().fill("#edit-role", "buyer");
            visit.find("button:has-text('Add the contact')").click();
            assertThat(visit.find("[id='edit-person.name-error']")).containsText("A contact has a name");
            assertThat(visit.find("#edit-role")).hasValue("buyer");
            visit.page().fill("[id='edit-person.name']", "Ada Holm");
            visit.page().fill("[id='edit-person.email']", "ada@peopled.example");
            visit.find("button:has-text('Add the contact')").click();
            assertThat(visit.find("#account-contacts tbody tr")).hasCount(1);

            visit.find("#account-contacts a").click();
            other.open(visit.address());
            other.page().fill("[id='edit-person.phone']", "+1 555 0100");
            other.find("button:has-text('Store the contact')").click();
            assertThat(other.find("#account-contacts")).containsText("+1 555 0100");
            visit.page().fill("#edit-role", "director");
            visit.find("button:has-text('Store the contact')").click();
            assertThat(visit.find("#contact #meanwhile")).containsText("+1 555 0100");
            visit.mustBeAccessible();
            visit.find("button:has-text('Store the contact')").click();
            assertThat(visit.find("#account-contacts")).containsText("director");
            assertThat(visit.find("#account-contacts")).containsText("+1 555 0100");

            visit.find("#account-contacts a").click();
            visit.find("button:has-text('Erase everything')").click();
            assertThat(visit.find("#contact")).containsText("was not ticked");
            visit.find("#contact input[name=sure]").check();
            visit.find("button:has-text('Erase everything')").click();
            assertThat(visit.find("#erased")).containsText("Contacts");
        }
        assertThat(DemoGrid.rows("SELECT CONTACT_ID FROM CONTACT WHERE ACCOUNT_ID = ?", id))
                .isEmpty();
    }

    @Test
    void anAnalystAddsAContactAndChangesNone() {
        String id = account("Masked Corp.");
        try (Visit visit = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/sigma/accounts/" + id);
            visit.find("#contact summary").click();
            visit.page().fill("[id='edit-person.name']", "Ada Holm");
            visit.find("button:has-text('Add the contact')").click();

            assertThat(visit.find("#account-contacts")).containsText("A. H.");
            assertThat(visit.find("#account-contacts a")).hasCount(0);
        }
    }

    @Test
    void aCallWithALeadOfTheCompanyStandsInItsTimeline() {
        String name = "Kestrel " + UUID.randomUUID();
        String id = account(name);
        String lead = LeadRows.add(CONSOLE, name);
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/accounts/" + id);
            assertThat(visit.find("#account-timeline")).containsText("Nothing was done yet");
            visit.mustBeLive();
            CONSOLE.as(Role.OPERATOR)
                    .post()
                    .uri("/api/v1/sigma/leads/" + lead + "/activities")
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"kind\": \"CALL\", \"text\": \"Asked for two teams.\"}")
                    .exchange()
                    .expectStatus()
                    .isCreated();

            assertThat(visit.find("#account-timeline")).containsText("Asked for two teams.");
        }
    }

    @Test
    void theSearchReachesLeadsAndAccounts() {
        String name = "Zephyrine " + UUID.randomUUID();
        account(name);
        LeadRows.add(CONSOLE, name);
        try (Visit visit = Visit.council()) {
            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type(name);
            assertThat(visit.find("#palette-results a")).hasCount(2);
            assertThat(visit.find("#palette-results")).containsText("Account");
            assertThat(visit.find("#palette-results")).containsText("Lead");
            visit.find("#palette-results a:has-text('Lead')").click();
            assertThat(visit.find("h1")).hasText(name);
            assertThat(visit.page()).hasURL(Pattern.compile(".*/sigma/leads/.*"));
        }
    }

    private static String account(String name) {
        String id = "account-" + UUID.randomUUID();
        CONSOLE.as(Role.OPERATOR)
                .put()
                .uri("/api/v1/sigma/accounts/" + id)
                .header("Content-Type", "application/json")
                .bodyValue("{\"name\": \"%s\", \"sector\": \"retail\"}".formatted(name))
                .exchange()
                .expectStatus()
                .isCreated();
        return id;
    }
}
