package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LostLineIT {
    private static final double PATIENCE_MILLIS = 180_000;
    private static final String ENDED =
            "!/Queued|Running/.test(document.querySelector('[data-run-state]').textContent)";

    @Test
    void theIndicatorSaysSoAndRecovers() {
        try (CuttableLine line = new CuttableLine(DemoGrid.console().url());
                Visit visit = Visit.council(line.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            line.cut();
            assertThat(visit.find("[data-live-badge]")).hasAttribute("data-state", "lost");
            assertThat(visit.find("[data-live-word]")).hasText("Line lost");
            visit.mustBeAccessible();
            visit.screenshot("line-lost");
            line.mend();

            visit.mustBeLive();
            visit.mustNotHaveMoved();
        }
    }

    @Test
    void aRunGoesOnWhereTheLineWasCutWithoutGaps() {
        try (CuttableLine line = new CuttableLine(DemoGrid.console().url());
                Visit visit = Visit.council(line.url(), Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/flyfox?tab=start&district=hillside");
            visit.page().fill("#days", "7");
            visit.page().fill("#gapPercent", "0.000001");
            visit.find("text=Start the run").click();
            visit.until("() => Number(document.querySelector('[data-run-round]')?.textContent) >= 3", null);

            line.cut();
            assertThat(visit.find("[data-live-badge]")).hasAttribute("data-state", "lost");
            double seen = round(visit);
            line.mend();
            visit.page()
                    .waitForFunction(
                            "before => Number(document.querySelector('[data-run-round]').textContent) > before + 1 || "
                                    + ENDED,
                            seen);

            visit.find("#convergence [data-chart-do=table]").click();
            List<String> rounds =
                    visit.find("#convergence-table tbody tr td:first-child").allInnerTexts();
            assertThat(rounds)
                    .isEqualTo(IntStream.rangeClosed(1, rounds.size())
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(rounds.size()).isGreaterThanOrEqualTo((int) seen);
            // The run may close at any moment; either way its page must tell the end.
            visit.page().evaluate("document.querySelector('form[data-submit-once] button')?.click()");
            assertThat(visit.find("[data-run-state]"))
                    .hasText(
                            Pattern.compile("Cancelled, best kept|Succeeded"),
                            new HasTextOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    private static double round(Visit visit) {
        return Double.parseDouble(visit.find("[data-run-round]").innerText());
    }
}
