package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import io.nqba.model.security.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainJobIT {
    private static final double PATIENCE_MILLIS = 180_000;
    private static final Pattern RUN = Pattern.compile(".*/runs/[0-9a-f-]{36}$");

    @Test
    void aWrongPasswordIsRefusedInWords() {
        try (Visit visit = Visit.stranger()) {
            visit.open("/flyfox?tab=sites");

            visit.signIn(Role.COUNCIL, "not-the-password");

            assertThat(visit.find("[role=alert]")).containsText("Name or password is wrong.");
            assertThat(visit.find("[name=next]")).hasValue("/flyfox?tab=sites");
            visit.mustBeAccessible();
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void aCouncilMemberPlansADistrictAndOpensASite() {
        try (Visit visit = Visit.council()) {
            start(visit, "riverside", "7", "0.01");
            assertThat(visit.find("[data-run-state]"))
                    .hasText("Succeeded", new HasTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(visit.find(".proof__sentence").first())
                    .hasText(Pattern.compile(
                            "Cost [\\d,.]+\\u00a0\\$, \\d+\\.\\d\\u00a0% below no battery, at most 0\\.0\\d+\\u00a0%"
                                    + " above the best possible\\."));
            assertThat(width(visit.find(".proof__fill").first())).isGreaterThan(99);
            assertThat(visit.find(".findings li")).not().hasCount(0);
            visit.mustHaveBeenQuiet();
            visit.screenshot("run-closed");

            visit.find("text=Show the schedule").click();
            assertThat(visit.find("#load .chart__keys li")).hasCount(3);
            visit.mustHaveBeenQuiet();
            visit.screenshot("flyfox-schedule");

            visit.find(".tabs >> text=Sites").click();
            visit.find("#sites tbody a").first().click();
            assertThat(visit.find("#exchange .chart__keys li")).hasCount(2);
            assertThat(visit.find(".stat__figure").first()).hasText(Pattern.compile("[\\d.,−]+\\$"));
            visit.mustHaveBeenQuiet();
            visit.screenshot("site-schedule");
        }
    }

    @Test
    void aCancelledRunKeepsItsBest() {
        try (Visit visit = Visit.council()) {
            start(visit, "hillside", "7", "0.0000002");
            assertThat(visit.find(".proof__sentence").first())
                    .containsText("below no battery", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));

            visit.find("text=Cancel, keep the best").click();

            assertThat(visit.find("[data-run-state]"))
                    .hasText("Cancelled, best kept", new HasTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(visit.find(".proof__sentence").first()).containsText("below no battery");
            visit.screenshot("run-cancelled");
            visit.find("text=Show the schedule").click();
            assertThat(visit.find("#load .chart__keys li")).hasCount(3);
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void wrongFieldsComeBackWithWhatIsWrong() {
        try (Visit visit = Visit.council()) {
            visit.open("/flyfox?district=riverside&tab=start");
            visit.page().fill("#days", "400");
            visit.page().fill("#demandCharge", "lots");

            visit.find("text=Start the run").click();

            assertThat(visit.find("#days-error")).containsText("400 is outside 1 to 366 days.");
            assertThat(visit.find("#demandCharge-error")).containsText("(lots) is not a number.");
            assertThat(visit.find("#demandCharge")).hasValue("lots");
            assertThat(visit.find("#days")).hasAttribute("aria-invalid", "true");
            visit.mustBeAccessible();
            visit.screenshot("form-refused");
        }
    }

    private static void start(Visit visit, String district, String days, String gapPercent) {
        visit.open("/flyfox?tab=start&district=" + district);
        visit.page().fill("#days", days);
        visit.page().fill("#gapPercent", gapPercent);
        visit.find("text=Start the run").click();
        assertThat(visit.page()).hasURL(RUN, new HasURLOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static double width(Locator bar) {
        return Double.parseDouble(bar.getAttribute("width").replace("%", ""));
    }
}
