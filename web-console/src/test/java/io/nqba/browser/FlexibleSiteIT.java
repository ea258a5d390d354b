package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.energy.SiteGateway;
import io.nqba.console.energy.SiteQuery;
import io.nqba.console.energy.SiteView;
import io.nqba.console.optimisation.RunGateway;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.energy.AssetKind;
import io.nqba.model.energy.EnergyRequest;
import io.nqba.model.optimisation.SubmitRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a home with a car, after a run of the demo district that has such homes. */
class FlexibleSiteIT {
    private static final String RUN = UUID.randomUUID().toString();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static String site = "";

    @BeforeAll
    static void oneRunHasEnded() {
        TestConsole console = DemoGrid.console();
        SiteGateway sites = console.bean(SiteGateway.class);
        site =
                Objects.requireNonNull(sites.sites(new SiteQuery("lakeside", null, null, 50))
                                .block(PATIENCE))
                        .items()
                        .stream()
                        .filter(home -> home.assets().stream().anyMatch(asset -> asset.kind() == AssetKind.EV_CHARGER))
                        .map(SiteView::id)
                        .findFirst()
                        .orElseThrow();
        Instant last = sites.district("lakeside")
                .map(district -> district.lastReadingAt())
                .block(PATIENCE);
        long start = Objects.requireNonNull(last).toEpochMilli()
                - Duration.ofHours(71).toMillis();
        RunGateway runs = console.bean(RunGateway.class);
        EnergyRequest request = new EnergyRequest(
                "lakeside", start, 48, EnergyRequest.Source.READINGS, 2.3333, 0, true, 1e-2, 400, 60_000);
        runs.submit(new SubmitRun(RUN, request, "council")).block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs.find(RUN).map(run -> run.state().terminal()).block(PATIENCE));
    }

    @ParameterizedTest
    @CsvSource({"1440,DARK", "390,LIGHT"})
    void thePageShowsWhenTheCarCharges(int width, ColorScheme scheme) {
        try (Visit visit = Visit.council(DemoGrid.console().url(), width, scheme)) {
            visit.open("/flyfox/sites/" + site + "?run=" + RUN);

            assertThat(visit.find("#devices-title")).hasText("When cars and appliances run");
            assertThat(visit.find("table tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("car: "))
                            .first())
                    .isVisible();
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            visit.mustHaveBeenQuiet();
            visit.screenshot("site-flexible-%d-%s".formatted(width, scheme));
            visit.mustBeAccessible();
        }
    }

    @Test
    void theTableOfTheChartHasEverySlot() {
        try (Visit visit = Visit.council()) {
            visit.open("/flyfox/sites/" + site + "?run=" + RUN);
            visit.find("#devices [data-chart-do=table]").click();

            assertThat(visit.find("#devices-table tbody tr")).hasCount(48);
        }
    }
}
