package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.nqba.console.testing.TestConsole;
import io.nqba.node.settings.Setting;
import io.nqba.node.testing.GridFixture;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A search on three real nodes, watched by one person and looked up by another one later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralNodesIT {
    private static final int NODES = 3;
    private static final Pattern RUN = Pattern.compile(".*/runs/[0-9a-f-]{36}$");
    private static final Pattern RATE = Pattern.compile("[\\d.,]+\\u00a0[Mk]?/s");

    /** Names of the lines of a chart. */
    private static final String LINES =
            "id => [...document.querySelectorAll(`#${id} [data-chart-keys] li > span`)].map((key) => key.textContent)";
    /** Whether a column of a chart's table has a figure in at least so many rows. */
    private static final String KNOWN = """
            ([id, column, most]) => {
              const table = document.querySelector(`#${id}-table table`);
              const at = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.startsWith(column));
              return [...table.tBodies[0].rows].filter((row) => row.cells[at].textContent !== '–').length >= most;
            }
            """;

    private GridFixture grid;
    private TestConsole console;

    @BeforeAll
    void start() {
        grid = GridFixture.start(NODES, Map.of(Setting.PERSISTENCE, "false", Setting.SEARCH_THREADS, "1"));
        console = TestConsole.start(grid.clientAddress());
    }

    @AfterAll
    void stop() {
        console.close();
        grid.close();
    }

    @Test
    void everyNodeIsSeenSearchingAndExchangingThenAndLater() {
        // Too hard to be solved before somebody looks: exchanges go on finding better answers for a long time.
        String id = StoredGraph.random(20_000, 6, 37).store(console, "Twenty thousand vertices");
        String address;
        String lines;
        String best;
        try (Visit visit = council()) {
            visit.open("/optimisation/problems/" + id);
            visit.find("summary >> text=Sweeps").click();
            visit.page().fill("#roundMillis", "100");
            visit.page().fill("#seconds", "600");
            visit.find("text=Start the run").click();
            assertThat(visit.page()).hasURL(RUN);

            assertThat(visit.find("[data-node][data-present=true]")).hasCount(NODES);
            tableOf(visit, "by-node");
            lines = String.valueOf(visit.page().evaluate(LINES, "by-node"));
            for (String node : visit.find("[data-node] td:first-child").allInnerTexts()) {
                assertThat(lines).contains(node);
                known(visit, "by-node", node, 3);
            }
            known(visit, "by-node", "Found by exchange", 1);
            assertThat(visit.find("#run-log")).containsText("an exchange found");
            for (String chart : List.of("proposals", "flips")) {
                tableOf(visit, chart);
                for (String node : visit.find("[data-node] td:first-child").allInnerTexts()) {
                    known(visit, chart, node, 3);
                }
            }
            tableOf(visit, "diversity");
            known(visit, "diversity", "Difference", 3);
            assertThat(visit.find("[data-round-elites]")).hasText(Pattern.compile("between \\d+ elites"));
            assertThat(visit.find("[data-round-difference]")).hasText(Pattern.compile("[\\d.]+\\u00a0%"));
            for (int row = 0; row < NODES; row++) {
                assertThat(visit.find("[data-node-proposals]").nth(row)).hasText(RATE);
                assertThat(visit.find("[data-node-flips]").nth(row)).hasText(RATE);
            }
            visit.mustHaveBeenQuiet();
            visit.screenshot("annealing-three-nodes-live");

            visit.find("text=Cancel, keep the best").click();
            assertThat(visit.find("[data-run-state]")).hasText("Cancelled, best kept");
            address = visit.address();
            best = visit.find("#run-answer dd").first().innerText();
        }
        try (Visit fresh = council()) {
            fresh.open(address + "?table=by-node");

            assertThat(fresh.find("[data-node]")).hasCount(NODES);
            assertThat(fresh.find("#run-answer dd").first()).hasText(best);
            assertThat(fresh.page().evaluate(LINES, "by-node")).hasToString(lines);
            assertThat(fresh.find("#by-node-table")).isVisible();
            known(fresh, "by-node", "Found by exchange", 1);
            assertThat(fresh.find("#by-node .chart__answer")).containsText("found a better answer in");
            fresh.mustBeAccessible();
            fresh.screenshot("annealing-three-nodes-closed");
        }
    }

    private Visit council() {
        return Visit.council(console.url(), Visit.WIDE, ColorScheme.LIGHT);
    }

    private static void tableOf(Visit visit, String chart) {
        visit.page().waitForSelector("#" + chart + "[data-drawn]");
        visit.find("#" + chart + " [data-chart-do=table]").click();
        assertThat(visit.find("#" + chart + "-table")).isVisible();
    }

    private static void known(Visit visit, String chart, String column, int rows) {
        visit.until(KNOWN, List.of(chart, column, rows));
    }
}
