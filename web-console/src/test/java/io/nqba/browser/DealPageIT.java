package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deal on its page: looked at, changed by two people, taken up again, noted. */
class DealPageIT {
    private static final TestConsole CONSOLE = DemoGrid.console();

    @BeforeAll
    static void theBookIsThere() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !DemoGrid.rows("SELECT SCHEMA_ID FROM LEAD_SCHEMA").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT"})
    void itIsReadableAndAccessible(int width, ColorScheme scheme) {
        String id = String.valueOf(DemoGrid.rows(
                        "SELECT OPPORTUNITY_ID FROM OPPORTUNITY WHERE ACCOUNT_ID <> '' AND OPPORTUNITY_ID LIKE 'demo%'"
                                + " ORDER BY OPPORTUNITY_ID LIMIT 1")
                .get(0)
                .get(0));
        try (Visit visit = Visit.council(CONSOLE.url(), width, scheme)) {
            visit.open("/sigma/deals/" + id);
            visit.mustBeLive();

            assertThat(visit.find("#deal-steps tbody tr").first()).isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("deal-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void twoWhoChangeItLoseNothing() {
        String id = deal("ENGAGING");
        try (Visit mine = Visit.council();
                Visit yours = Visit.as(Role.OPERATOR, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            mine.open("/sigma/deals/" + id);
            yours.open("/sigma/deals/" + id);
            yours.page().fill("#edit-offer", "95");
            yours.find("button:has-text('Store the change')").click();
            assertThat(yours.find("#deal-facts")).containsText("95");

            mine.page().selectOption("#edit-stage", "won");
            mine.page().fill("#edit-amount", "90");
            mine.find("button:has-text('Store the change')").click();
            assertThat(mine.find("#meanwhile")).containsText("95");
            assertThat(mine.find("#edit-amount")).hasValue("90");
            assertThat(mine.find("#edit-offer")).hasValue("95");
            mine.mustBeAccessible();
            mine.find("button:has-text('Store the change')").click();

            assertThat(mine.find("#deal-facts")).containsText("Won");
            assertThat(mine.find("#deal-facts")).containsText("council, just now");
            assertThat(mine.find("#deal-steps tbody tr")).hasCount(2);
            mine.page().selectOption("#edit-stage", "engaging");
            mine.page().fill("#edit-amount", "");
            mine.find("button:has-text('Store the change')").click();
            assertThat(mine.find("#deal-steps tbody tr")).hasCount(3);
            assertThat(mine.find("#edit-closeDay")).hasValue("");
        }
    }

    @Test
    void whatIsWrongIsNamedBesideItsFieldAndNothingIsLost() {
        String id = deal("PROSPECTING");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/deals/" + id);
            visit.page().fill("#edit-engageDay", "tomorrow");
            visit.page().fill("#edit-offer", "-3");
            visit.page().fill("#edit-accountId", "nobody-knows");
            visit.find("button:has-text('Store the change')").click();
            assertThat(visit.find("#edit-engageDay-error")).containsText("(tomorrow) is not a date");
            assertThat(visit.find("#edit-offer-error")).containsText("-3 is outside 0 to");
            assertThat(visit.find("#edit-accountId")).hasValue("nobody-knows");

            visit.page().fill("#edit-engageDay", "");
            visit.page().fill("#edit-offer", "12.5");
            visit.find("button:has-text('Store the change')").click();
            assertThat(visit.find("#edit-accountId-error")).containsText("There is no account with this id");
            assertThat(visit.find("#edit-offer")).hasValue("12.5");
            visit.mustBeAccessible();
        }
    }

    @Test
    void aNoteIsSealedAndHiddenFromWhoSeesNoPersons() {
        String id = deal("PROSPECTING");
        try (Visit visit = Visit.council();
                Visit analyst = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/sigma/deals/" + id);
            visit.find("button:has-text('Keep the note')").click();
            assertThat(visit.find("#notes")).containsText("It has 0 letters");
            visit.page().fill("#notes textarea", "They sign on Monday.");
            visit.find("button:has-text('Keep the note')").click();
            assertThat(visit.find("#deal-notes")).containsText("They sign on Monday.");
            assertThat(visit.find("#deal-notes")).containsText("by council");

            analyst.open("/sigma/deals/" + id);
            assertThat(analyst.find("#deal-notes")).containsText("Its text is hidden");
            assertThat(analyst.find("main")).not().containsText("Monday");
        }
        assertThat(DemoGrid.rows("SELECT LEAD_ID FROM ACTIVITY WHERE LEAD_ID = ?", "deal:" + id))
                .hasSize(1);
        CONSOLE.as(Role.OPERATOR)
                .delete()
                .uri("/api/v1/sigma/opportunities/" + id)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(DemoGrid.rows("SELECT LEAD_ID FROM ACTIVITY WHERE LEAD_ID = ?", "deal:" + id))
                .isEmpty();
    }

    @Test
    void theBoardAndTheAccountLeadThere() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/pipeline");
            visit.find("#stage-engaging summary").first().click();
            visit.find("#stage-engaging .deal__form a:has-text('The deal')")
                    .first()
                    .click();
            assertThat(visit.find("#deal-facts")).isVisible();
            String deal = visit.address();

            visit.find("a:has-text('The account')").click();
            visit.find("#account-deals a[href='" + deal + "']").click();

            assertThat(visit.find("#deal-facts")).isVisible();
        }
    }

    private static String deal(String stage) {
        Object product = DemoGrid.rows("SELECT PRODUCT_ID FROM PRODUCT ORDER BY PRODUCT_ID LIMIT 1")
                .get(0)
                .get(0);
        Map<?, ?> body = CONSOLE.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/sigma/opportunities")
                .header("Content-Type", "application/json")
                .bodyValue("{\"productId\": \"%s\", \"stage\": \"%s\"}".formatted(product, stage))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
