package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.model.security.Role;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, outbox and consents in a real browser, on the demo leads. */
class EngagementPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT"})
    void pagesAreWholeInBothThemesAndOnAPhone(int width, ColorScheme scheme) {
        untilDrafts();
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/sigma/engagement");
            assertThat(visit.find("#sequences tbody tr")).not().hasCount(0);
            assertThat(visit.find("#messages tbody tr")).not().hasCount(0);
            visit.screenshot("engagement-" + width + "-" + scheme);
            visit.mustBeAccessible();
            visit.find("#messages tbody tr a").first().click();
            assertThat(visit.find("#message-title")).isVisible();
            visit.screenshot("engagement-message-" + width + "-" + scheme);
            visit.mustBeAccessible();
            visit.open("/sigma/engagement/rules?sequence=welcome");
            assertThat(visit.find("#sequence-title")).hasText("Change Welcome new leads");
            visit.screenshot("engagement-rules-" + width + "-" + scheme);
            visit.mustBeAccessible();
            visit.mustNotHaveMoved();
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void aMessageIsReadChangedApprovedAndSent() {
        untilDrafts();
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/engagement/rules");
            visit.page().fill("#quietFrom", "8 o'clock");
            visit.find("text=Set them").click();
            assertThat(visit.find("#quietFrom-error")).containsText("It is no time of day.");
            visit.page().fill("#quietFrom", "00:00");
            visit.page().fill("#quietTo", "00:00");
            visit.find("text=Set them").click();
            assertThat(visit.find("#quietFrom")).hasValue("00:00");

            visit.open("/sigma/engagement?state=DRAFT");
            visit.find("#messages tbody tr a").first().click();
            visit.page().fill("#subject", "Read and changed by a person");
            visit.find("button:has-text('Approve')").click();
            assertThat(visit.find("#outbox-title")).isVisible();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !DemoGrid.rows(
                                    "SELECT MESSAGE_ID FROM OUTBOX_MESSAGE WHERE CAST(STATE AS VARCHAR) = 'SENT'")
                            .isEmpty());
            visit.open("/sigma/engagement?state=SENT");
            assertThat(visit.find("#messages")).containsText("Read and changed by a person");
        }
    }

    @Test
    void aSegmentAndASequenceAreMadeChangedAndRemoved() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/engagement/rules");
            visit.page().fill("#segment-name", "By hand");
            visit.page().fill("#conditions", "status is NEW\nmood is good");
            visit.find("text=Keep the segment").click();
            assertThat(visit.find("#conditions-error")).containsText("begins with none of");
            assertThat(visit.find("#conditions")).hasValue("status is NEW\nmood is good");
            visit.mustBeAccessible();
            visit.page().fill("#conditions", "source is nowhere-at-all");
            visit.find("text=Keep the segment").click();
            assertThat(visit.find("#segment-title")).hasText("Change By hand");

            visit.page().fill("#sequence-name", "Steps by hand");
            visit.page().selectOption("#segmentId", "by-hand");
            visit.page().selectOption("#step-0-kind", "MESSAGE");
            visit.page().fill("#step-0-subject", "Hello");
            visit.page().fill("#step-0-text", "Dear {nobody}");
            visit.find("text=Keep the sequence").click();
            assertThat(visit.find("#step-0-text-error")).containsText("There is no such placeholder.");
            visit.page().fill("#step-0-text", "Dear {name}");
            visit.find("text=Keep the sequence").click();
            assertThat(visit.find("#sequence-title")).hasText("Change Steps by hand");
            visit.open("/sigma/engagement");
            assertThat(visit.find("#sequences")).containsText("Steps by hand");

            visit.open("/sigma/engagement/rules?sequence=steps-by-hand");
            visit.find("text=Remove the sequence").click();
            assertThat(visit.find("#kept")).not().containsText("Steps by hand");
            visit.open("/sigma/engagement/rules?segment=by-hand");
            visit.find("text=Remove the segment").click();
            assertThat(visit.find("#segments")).not().containsText("By hand");
        }
    }

    @Test
    void whoChangesWhatSomebodyElseChangedIsTold() {
        try (Visit visit = Visit.council();
                Visit other = Visit.council()) {
            visit.open("/sigma/engagement/rules?segment=gone-quiet");
            other.open("/sigma/engagement/rules?segment=gone-quiet");
            other.page().fill("#segment-name", "Quiet of somebody else");
            other.find("text=Store the change").first().click();
            assertThat(other.find("#segment-title")).hasText("Change Quiet of somebody else");

            visit.page().fill("#segment-name", "Large and gone quiet");
            visit.find("text=Store the change").first().click();
            assertThat(visit.find(".problem__title")).containsText("was changed after revision");
            assertThat(visit.find("#segment-name")).hasValue("Large and gone quiet");
            visit.find("text=Store the change").first().click();

            assertThat(visit.find("#segment-title")).hasText("Change Large and gone quiet");
        }
    }

    @Test
    void analystsSeeTemplatesAndDecideNothing() {
        untilDrafts();
        try (Visit visit = Visit.as(Role.ANALYST, DemoGrid.console().url(), 1440, ColorScheme.LIGHT)) {
            visit.open("/sigma/engagement?state=DRAFT");
            visit.find("#messages tbody tr a").first().click();

            assertThat(visit.find("#text")).hasValue(Pattern.compile("^Dear \\{name\\}"));
            assertThat(visit.find("button:has-text('Approve')")).hasCount(0);
            assertThat(visit.find("button:has-text('Suppress')")).hasCount(1);
            assertThat(visit.find("#leadId")).hasCount(0);
        }
    }

    /** The demo's leads enter by themselves some seconds after the start. */
    private static void untilDrafts() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        DemoGrid.rows("SELECT MESSAGE_ID FROM OUTBOX_MESSAGE WHERE CAST(STATE AS VARCHAR) = 'DRAFT'")
                                        .size()
                                > 4);
    }
}
