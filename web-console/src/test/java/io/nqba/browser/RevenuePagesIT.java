package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forecast and the segments of SIGMA in a real browser, on the demo book. */
class RevenuePagesIT {
    private static final String DRAWN =
            "() => [...document.querySelectorAll('[data-chart] canvas')].every((one) => one.width > 300 || one.clientWidth > 0)";

    @Test
    void theForecastStandsBesideItsTrials() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/forecast");

            assertThat(visit.find("h1")).hasText("Forecast");
            assertThat(visit.find(".tabs a[aria-current=page]")).hasText("Forecast");
            assertThat(visit.find("#scores tbody tr")).hasCount(2);
            assertThat(visit.find("#windows tbody tr").first()).isVisible();
            assertThat(visit.find("#bands tbody tr").first()).isVisible();
            visit.until(DRAWN, null);
            visit.find("#forecast-past [data-chart-do=table]").click();
            assertThat(visit.find("#forecast-past-table th").first()).isVisible();
            visit.screenshot("sigma-forecast-light");
            visit.mustHaveBeenQuiet();
            visit.mustBeAccessible();
        }
    }

    @Test
    void whatIfStandsInTheAddress() {
        String address;
        String table;
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/forecast");
            visit.page().fill("#winRate", "1.2");
            visit.find("#what-if button[type=submit]").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]winRate=1\\.2.*"));
            assertThat(visit.find("#windows thead")).containsText("At other rates ($)");
            assertThat(visit.find("#windows tbody tr").first()).containsText("+");
            address = visit.address();
            table = visit.find("#windows tbody").innerText();
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find("#windows tbody").innerText()).isEqualTo(table);
            fresh.screenshot("sigma-forecast-what-if");
            fresh.open("/sigma/forecast?winRate=lots");
            assertThat(fresh.find("#winRate-error")).containsText("(lots) is not a number");
        }
    }

    @Test
    void segmentsAreFilteredInTheAddress() {
        try (Visit visit = Visit.council()) {
            visit.open("/sigma/segments");
            assertThat(visit.find("#segments tbody tr")).hasCount(9);
            visit.find("#filter-product").selectOption("orbit-pro");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]product=orbit-pro.*"));
            visit.page().getByText("By region").click();
            assertThat(visit.find("#segments tbody")).containsText("North");
            assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]by=region.*"));
            visit.until(DRAWN, null);
            visit.screenshot("sigma-segments-light");
            visit.mustHaveBeenQuiet();
            visit.mustBeAccessible();
        }
    }

    @Test
    void bothReadWellInTheDarkAndOnAPhone() {
        for (String path : new String[] {"/sigma/forecast?winRate=1.1", "/sigma/segments"}) {
            String name = "sigma-" + path.replaceAll("/sigma/([a-z]+).*", "$1");
            try (Visit dark = Visit.council(DemoGrid.console().url(), Visit.WIDE, ColorScheme.DARK)) {
                dark.open(path);
                dark.until(DRAWN, null);
                dark.screenshot(name + "-dark");
                dark.mustBeAccessible();
            }
            try (Visit phone = Visit.council(DemoGrid.console().url(), Visit.NARROW, ColorScheme.LIGHT)) {
                phone.open(path);
                phone.until(DRAWN, null);
                phone.screenshot(name + "-phone");
                assertThat((Boolean) phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                phone.mustBeAccessible();
                phone.mustHaveBeenQuiet();
            }
        }
    }
}
