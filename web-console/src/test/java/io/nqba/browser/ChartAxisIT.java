package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at the axes of charts, from one point to many. */
class ChartAxisIT {
    private static final String TICKS =
            "([id, axis]) => Chart.getChart(document.querySelector(`#${id} canvas`)).scales[axis].ticks.map((tick) => tick.label)";

    @ParameterizedTest
    @CsvSource({
        "1,12,12,true,'1,2,3,4,5,6,7,8,9,10,11,12'",
        "1,12,5,true,'5,10'",
        "0.95,1.05,12,true,1",
        "1,1,6,true,1",
        "1,3,12,true,'1,2,3'",
        "0,0.4,4,false,'0,0.1,0.2,0.3,0.4'",
        "0,1.06,4,false,'0,0.5,1'",
        "-3,3,3,false,'-2,0,2'",
        "0.29,0.31,2,false,'0.29,0.3,0.31'"
    })
    void stepsAreRound(double min, double max, int most, boolean counted, String ticks) {
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");

            Object steps = visit.page()
                    .evaluate(
                            "async (given) => (await import('/js/number-axis.js')).steps(...given).join(',')",
                            List.of(min, max, most, counted));

            assertThat(steps).isEqualTo(ticks);
        }
    }

    @Test
    void aSearchOfOneRoundIsCountedInWholeNumbersAndToldInWords() {
        String name = "Five vertices";
        String id = StoredGraph.random(5, 2, 41).store(DemoGrid.console(), name);
        String run = StoredGraph.solve(DemoGrid.console(), id, name, 1, 5_000);
        try (Visit visit = Visit.council()) {
            visit.open("/runs/" + run);

            assertThat(visit.find("[data-run-round]")).hasText("1");
            for (String chart : List.of("by-node", "closing", "diversity", "proposals", "flips")) {
                visit.page().waitForSelector("#" + chart + "[data-drawn]");
                assertThat(visit.page().evaluate(TICKS, List.of(chart, "x"))).isEqualTo(List.of("1"));
                assertThat(visit.page().evaluate(TICKS, List.of(chart, "y")))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .isNotEmpty()
                        .noneMatch(label -> String.valueOf(label).contains("."));
            }
            assertThat(visit.find("[data-round-elites]")).hasText("one elite, none to compare with");
            assertThat(visit.find("[data-round-proposals]")).hasText("–");
            assertThat(visit.find(".findings")).containsText("a one-flip descent");
            assertThat(visit.find(".findings")).not().containsText("one-flip-descent");
        }
    }

    @Test
    void theTimeOfShortRunsHasPlacesEnough() {
        String name = "Fifty vertices";
        String id = StoredGraph.random(50, 8, 53).store(DemoGrid.console(), name);
        String first = StoredGraph.solve(DemoGrid.console(), id, name, 1, 300);
        String second = StoredGraph.solve(DemoGrid.console(), id, name, 2, 1_000);
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/compare?a=" + first + "&b=" + second);

            for (String chart : List.of("comparison", "bounds")) {
                visit.page().waitForSelector("#" + chart + "[data-drawn]");
                assertThat(visit.page().evaluate(TICKS, List.of(chart, "x")))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** The browser counts on while a search runs; the server counted before. */
    @ParameterizedTest
    @CsvSource({
        "0,no elite yet",
        "1,'one elite, none to compare with'",
        "2,between 2 elites",
        "1200,'between 1,200 elites'"
    })
    void elitesAreCountedInTheWordsOfTheServer(int count, String words) {
        try (Visit visit = Visit.stranger()) {
            visit.open("/sign-in");

            assertThat(visit.page().evaluate("async (count) => (await import('/js/format.js')).elites(count)", count))
                    .isEqualTo(words);
        }
    }
}
