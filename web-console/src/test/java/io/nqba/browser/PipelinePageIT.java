package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board of deals: three ways to move one, all of which leave the same rows. */
class PipelinePageIT {
    private static final TestConsole CONSOLE = DemoGrid.console();
    private static final String STEPS =
            "SELECT CAST(STAGE AS VARCHAR) FROM STAGE_HISTORY WHERE OPPORTUNITY_ID = ?" + " ORDER BY SEQUENCE";

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
            visit.open("/sigma/pipeline");
            visit.mustBeLive();

            assertThat(visit.find(".board__column")).hasCount(4);
            assertThat(visit.find("#stage-engaging .deal")).hasCount(15);
            visit.find("#stage-engaging summary").first().click();
            assertThat(visit.find("#stage-engaging .deal__form").first()).isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("pipeline-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void totalsAreThoseOfTheGridAndNotOfTheCardsShown() {
        Agent agent = agent();
        for (int i = 0; i < 17; i++) {
            deal(agent, "PROSPECTING");
        }
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/pipeline?rep=" + agent.id());

            assertThat(visit.find("#stage-prospecting .board__count")).hasText("17");
            assertThat(visit.find("#stage-prospecting .deal")).hasCount(15);
            assertThat(visit.find("#stage-prospecting .board__head p")).containsText(agent.sum(17));
            visit.find("text=Next of 17").click();
            assertThat(visit.find("#stage-prospecting .deal")).hasCount(2);
            assertThat(visit.find("#stage-prospecting .board__count")).hasText("17");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]prospecting=.*"));
        }
    }

    @Test
    void aDealIsDraggedToAnotherStage() {
        Agent agent = agent();
        String id = deal(agent, "PROSPECTING");
        try (Visit visit = opened(agent)) {
            Locator card = visit.find("#deal-" + id);
            card.dragTo(visit.find("#stage-engaging"));

            assertThat(visit.find("#stage-engaging #deal-" + id)).isVisible();
            assertThat(visit.find("#board-said")).containsText("is Engaging now");
            assertThat(visit.find("#stage-prospecting .board__count")).hasText("0");
            assertThat(visit.find("#stage-engaging .board__count")).hasText("1");
            assertThat(steps(id)).containsExactly("PROSPECTING", "ENGAGING");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void aDealIsMovedWithTheKeyboardAlone() {
        Agent agent = agent();
        String id = deal(agent, "PROSPECTING");
        try (Visit visit = opened(agent)) {
            visit.find("#deal-" + id + " summary").focus();
            visit.page().keyboard().press("Shift+ArrowRight");
            assertThat(visit.find("#stage-engaging #deal-" + id)).isVisible();
            assertThat(visit.find("#deal-" + id + " summary")).isFocused();

            visit.page().keyboard().press("Shift+ArrowRight");
            assertThat(visit.find("#deal-" + id + " input[name=amount]")).isFocused();
            visit.page().fill("#deal-" + id + " input[name=amount]", "4321");
            visit.page().keyboard().press("Enter");

            assertThat(visit.find("#stage-won #deal-" + id)).isVisible();
            assertThat(visit.find("#stage-won .board__head")).containsText("4,321");
            assertThat(steps(id)).containsExactly("PROSPECTING", "ENGAGING", "WON");
        }
    }

    @Test
    void aDealIsLostByAButtonWithItsReasonAndTakenUpAgain() {
        Agent agent = agent();
        String id = deal(agent, "ENGAGING");
        try (Visit visit = opened(agent)) {
            visit.find("#deal-" + id + " summary").click();
            visit.page().selectOption("#deal-" + id + " select[name=reason]", "budget");
            visit.find("#deal-" + id + " button[value=lost]").click();
            assertThat(visit.find("#stage-lost #deal-" + id)).isVisible();
            assertThat(DemoGrid.rows("SELECT CAST(REASON AS VARCHAR) FROM OPPORTUNITY WHERE OPPORTUNITY_ID = ?", id))
                    .isEqualTo(List.of(List.of("BUDGET")));

            visit.find("#deal-" + id + " summary").click();
            visit.find("#deal-" + id + " button[value=engaging]").click();
            assertThat(visit.find("#stage-engaging #deal-" + id)).isVisible();
            assertThat(steps(id)).containsExactly("ENGAGING", "LOST", "ENGAGING");
        }
    }

    @Test
    void whoIsSecondIsToldAndNothingIsStored() {
        Agent agent = agent();
        String id = deal(agent, "PROSPECTING");
        try (Visit visit = opened(agent)) {
            visit.find("#deal-" + id + " summary").click();
            visit.page().evaluate("id => document.querySelector(`#deal-${id} [name=revision]`).value = '0'", id);
            visit.find("#deal-" + id + " button[value=engaging]").click();

            assertThat(visit.find("#board-problem")).containsText("Somebody changed the deal");
            assertThat(visit.find("#stage-prospecting #deal-" + id)).isVisible();
            assertThat(steps(id)).containsExactly("PROSPECTING");
            visit.screenshot("pipeline-conflict");
            visit.mustBeAccessible();
        }
    }

    @Test
    void anAmountThatIsNoneIsRefusedInWords() {
        Agent agent = agent();
        String id = deal(agent, "ENGAGING");
        try (Visit visit = opened(agent)) {
            visit.find("#deal-" + id + " summary").click();
            visit.page().fill("#deal-" + id + " input[name=amount]", "plenty");
            visit.find("#deal-" + id + " button[value=won]").click();

            assertThat(visit.find("#board-problem")).containsText("(plenty) is not a number");
            assertThat(visit.find("#deal-" + id + " input[name=amount]")).hasValue("plenty");
        }
    }

    @Test
    void whatSomebodyElseMovesIsSeenWithoutReloading() {
        Agent agent = agent();
        String id = deal(agent, "PROSPECTING");
        try (Visit mine = opened(agent);
                Visit yours = opened(agent)) {
            yours.find("#deal-" + id + " summary").focus();
            yours.page().keyboard().press("Shift+ArrowRight");

            assertThat(mine.find("#stage-engaging #deal-" + id)).isVisible();
            assertThat(mine.find("#board-lead")).containsText("1 open deal");
            mine.mustHaveBeenQuiet();
        }
    }

    private static Visit opened(Agent agent) {
        Visit visit = Visit.council();
        visit.open("/sigma/pipeline?rep=" + agent.id());
        visit.mustBeLive();
        return visit;
    }

    private static List<Object> steps(String id) {
        return DemoGrid.rows(STEPS, id).stream().<Object>map(row -> row.get(0)).toList();
    }

    /** An agent of the test alone, and a product: so nothing else moves on its board. */
    private record Agent(String id, String product, double price) {
        String sum(int deals) {
            return "%,.0f".formatted(deals * price);
        }
    }

    private static Agent agent() {
        String id = "rep-" + UUID.randomUUID();
        CONSOLE.as(Role.OPERATOR)
                .put()
                .uri("/api/v1/sigma/reps/" + id)
                .header("Content-Type", "application/json")
                .bodyValue("{\"name\": \"Zoe %s\", \"hoursCapacity\": 70}".formatted(id.substring(4, 8)))
                .exchange()
                .expectStatus()
                .isCreated();
        List<?> product = DemoGrid.rows("SELECT PRODUCT_ID, LIST_PRICE FROM PRODUCT ORDER BY PRODUCT_ID LIMIT 1")
                .get(0);
        return new Agent(id, String.valueOf(product.get(0)), ((Number) product.get(1)).doubleValue());
    }

    private static String deal(Agent agent, String stage) {
        Map<?, ?> body = CONSOLE.as(Role.OPERATOR)
                .post()
                .uri("/api/v1/sigma/opportunities")
                .header("Content-Type", "application/json")
                .bodyValue("{\"productId\": \"%s\", \"repId\": \"%s\", \"stage\": \"%s\"}"
                        .formatted(agent.product(), agent.id(), stage))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
