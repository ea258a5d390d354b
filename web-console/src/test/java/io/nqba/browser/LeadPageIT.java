package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.security.Role;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of one lead: what it shows, and everything that can be done there. */
class LeadPageIT {
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
        String id = lead("Lantern Mills");
        score(id);
        try (Visit visit = Visit.council(CONSOLE.url(), width, scheme)) {
            visit.open("/sigma/leads/" + id);
            log(visit, "call", "Asked for a quote for two teams.");
            visit.mustBeLive();

            assertThat(visit.find("h1")).hasText("Lantern Mills");
            assertThat(visit.find("#lead-score")).containsText("Won with a chance of 62.0");
            assertThat(visit.find(".score__reasons li")).hasCount(2);
            assertThat(visit.find("#lead-facts")).containsText("Ada Holm");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("lead-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void aLeadThatWasNeverScoredSaysWhatWillStandThere() {
        String id = lead("Never Scored");
        DemoGrid.rows("DELETE FROM LEAD_SCORE WHERE LEAD_ID = ?", id);
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads/" + id);

            assertThat(visit.find("#lead-score")).containsText("Not scored yet");
            visit.mustBeAccessible();
        }
    }

    @Test
    void theSecondOfTwoIsToldWhatTheFirstChangedAndLosesNothing() {
        String id = lead("Two Writers");
        try (Visit first = Visit.council();
                Visit second = Visit.as(Role.OPERATOR, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            first.open("/sigma/leads/" + id);
            second.open("/sigma/leads/" + id);
            first.page().fill("#edit-territory", "South");
            first.page().fill("[id='edit-amount']", "900");
            first.find("text=Store the change").click();
            assertThat(first.find("#lead-facts")).containsText("South");

            second.page().fill("#edit-amount", "1234");
            second.page().fill("#edit-language", "de");
            second.find("text=Store the change").click();

            assertThat(second.find("#lead-problem")).containsText("Somebody changed the lead meanwhile");
            assertThat(second.find("#meanwhile tbody tr")).hasCount(2);
            assertThat(second.find("#meanwhile")).containsText("South");
            assertThat(second.find("#meanwhile tbody tr:has-text('Expected')")).containsText("900");
            assertThat(second.find("#meanwhile tbody tr:has-text('Expected')")).containsText("1234");
            assertThat(second.find("#edit-amount")).hasValue("1234");
            assertThat(second.find("#edit-language")).hasValue("de");
            assertThat(second.find("#edit-territory")).hasValue("South");
            second.screenshot("lead-conflict");
            second.mustBeAccessible();

            second.find("text=Store the change").click();
            assertThat(second.find("#lead-problem")).hasCount(0);
            assertThat(second.find("#lead-facts")).containsText("1,234");
            assertThat(second.find("#lead-facts")).containsText("South");
            assertThat(second.find("#lead-facts")).containsText("de");
            // The first sees it without reloading.
            assertThat(first.find("#lead-facts")).containsText("1,234");
            first.mustHaveBeenQuiet();
        }
    }

    @Test
    void aWrongFieldIsMarkedAndEverythingTypedIsKept() {
        String id = lead("Wrong Field");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads/" + id);
            visit.page().fill("#edit-amount", "much");
            visit.page().fill("#edit-source", "fair");
            visit.find("text=Store the change").click();

            assertThat(visit.find("#edit-amount-error")).containsText("(much) is not a number");
            assertThat(visit.find("#edit-amount")).hasValue("much");
            assertThat(visit.find("#edit-source")).hasValue("fair");
            visit.mustBeAccessible();
        }
    }

    @Test
    void theStatusIsSetAndAStaleOneIsRefused() {
        String id = lead("Status");
        try (Visit visit = Visit.council();
                Visit stale = Visit.council()) {
            stale.open("/sigma/leads/" + id);
            visit.open("/sigma/leads/" + id);
            visit.page().selectOption("#status", "working");
            visit.find("text=Set the status").click();
            assertThat(visit.find("#lead-head")).containsText("Working");
            assertThat(stale.find("#lead-head")).containsText("Working");

            visit.page().evaluate("document.querySelector('#lead-status [name=revision]').value = '1'");
            visit.page().selectOption("#status", "lost");
            visit.find("text=Set the status").click();

            assertThat(visit.find("#lead-problem")).containsText("Somebody changed the lead meanwhile");
            assertThat(visit.find("#lead-head")).containsText("Working");
        }
    }

    @Test
    void aTaskIsAddedDoneAndTakenUpAgain() {
        String id = lead("Tasks");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads/" + id);
            visit.page().fill("input[aria-label='What is to be done']", "Send the offer");
            visit.page().fill("input[name=due]", "2020-01-31");
            visit.find("text=Add the task").click();
            assertThat(visit.find("#lead-tasks li")).containsText("Send the offer");
            assertThat(visit.find("#lead-tasks li")).containsText("overdue");
            visit.mustBeAccessible();

            visit.find("#lead-tasks button").click();
            assertThat(visit.find("#lead-tasks li.task--done")).hasCount(1);
            assertThat(visit.find("#lead-tasks li")).not().containsText("overdue");
            visit.find("#lead-tasks button").click();
            assertThat(visit.find("#lead-tasks li.task--done")).hasCount(0);
        }
    }

    @Test
    void anEmptyTaskIsRefusedInWords() {
        String id = lead("Empty task");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads/" + id);
            visit.find("text=Add the task").click();

            assertThat(visit.find("[role=alert]")).containsText("The task was not added");
            visit.mustBeAccessible();
        }
    }

    @Test
    void whatIsLoggedStandsInTheTimelineAndIsHiddenFromAnalysts() {
        String id = lead("Timeline");
        try (Visit visit = Visit.council();
                Visit analyst = Visit.as(Role.ANALYST, CONSOLE.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            analyst.open("/sigma/leads/" + id);
            visit.open("/sigma/leads/" + id);
            log(visit, "meeting", "Ada wants a demonstration.");

            assertThat(visit.find(".timeline li")).containsText("Ada wants a demonstration.");
            assertThat(analyst.find(".timeline li")).containsText("Its text is hidden");
            assertThat(analyst.find("main")).not().containsText("Ada");
            assertThat(analyst.find("#lead-facts")).containsText("A. H.");
            assertThat(analyst.find("[id='edit-person.name']")).hasCount(0);
            assertThat(analyst.find("text=Erase everything")).hasCount(0);
            analyst.mustBeAccessible();
        }
    }

    @Test
    void aPersonIsErasedOnlyByWhoIsCertain() {
        String id = lead("Erase me");
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/leads/" + id);
            visit.find("text=Erase everything about the person").click();
            assertThat(visit.find("#lead-problem")).containsText("Nothing was erased");

            visit.find("text=I am certain").click();
            visit.find("text=Erase everything about the person").click();
            assertThat(visit.find("h1")).hasText("Erased");
            assertThat(visit.find("#erased")).containsText("Leads");
            visit.mustBeAccessible();
            visit.open("/sigma/leads/" + id);
            assertThat(visit.find("h1")).containsText("There is no lead");
        }
    }

    private static void log(Visit visit, String kind, String text) {
        visit.page().selectOption("select[name=kind]", kind);
        visit.page().fill("textarea[name=text]", text);
        visit.find("text=Log it").click();
        assertThat(visit.find("#lead-timeline")).containsText(text);
    }

    private static void score(String id) {
        DemoGrid.put(
                CacheNames.LEAD_SCORE,
                id,
                new LeadScore(
                        id,
                        "demo-1",
                        0.62,
                        LeadGrade.A,
                        new String[] {"12 visits, more than most", "came by a cold call"},
                        new double[] {1.2, -0.4},
                        System.currentTimeMillis()));
    }

    private static String lead(String company) {
        return LeadRows.add(CONSOLE, company);
    }
}
