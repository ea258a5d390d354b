package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rail leads to SIGMA, and each of its tabs to a page that stands under it. */
class SigmaTabsIT {
    @ParameterizedTest
    @CsvSource({"1440,LIGHT", "390,DARK"})
    void eachTabLeadsToAPageThatMarksIt(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.find(".rail >> text=SIGMA").click();
            List<String> tabs = visit.find("nav[aria-label=SIGMA] a").allInnerTexts();

            assertThat(tabs).contains("Assignment");
            for (String tab : tabs) {
                visit.find("nav[aria-label=SIGMA] >> text=" + tab).click();
                assertThat(visit.find("nav[aria-label=SIGMA] [aria-current=page]"))
                        .hasText(tab);
                assertThat(visit.find(".rail [aria-current=page]")).hasText("SIGMA");
                assertThat(visit.find("nav[aria-label=SIGMA] [aria-current=page]"))
                        .isInViewport();
                assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits into %d pixels", tab, width)
                        .isEqualTo(true);
                visit.mustBeLive();
                visit.mustHaveBeenQuiet();
                visit.screenshot("sigma-%s-%d-%s".formatted(tab.toLowerCase(Locale.ROOT), width, scheme));
                visit.mustBeAccessible();
            }
        }
    }

    @Test
    void theKeyboardLeadsThere() {
        try (Visit visit = Visit.council()) {
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("s");

            assertThat(visit.find(".rail [aria-current=page]")).hasText("SIGMA");
            assertThat(visit.address()).startsWith("/sigma");
        }
    }
}
