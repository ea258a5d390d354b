package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Handing in a problem, solving it, taking the answer away, and comparing two searches. */
class AnnealingPagesIT {
    private static final double PATIENCE_MILLIS = 60_000;
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(PATIENCE_MILLIS);
    private static final HasURLOptions SOON = new HasURLOptions().setTimeout(PATIENCE_MILLIS);
    private static final Pattern PROBLEM = Pattern.compile(".*/optimisation/problems/[0-9a-f-]{36}$");
    private static final Pattern RUN = Pattern.compile(".*/runs/[0-9a-f-]{36}$");
    private static final Pattern ENDED = Pattern.compile("Succeeded");

    @Test
    void aPastedGraphIsSolvedAndItsAnswerIsWhatItSays() throws IOException {
        StoredGraph graph = StoredGraph.random(14, 6, 7);
        try (Visit visit = Visit.council()) {
            paste(visit, graph.text(), "Fourteen vertices");
            assertThat(visit.find("h1")).hasText("Fourteen vertices");
            assertThat(visit.find(".page-head__lead")).containsText("14 variables, 42 couplings, to be maximised");
            visit.mustHaveBeenQuiet();

            start(visit, "10");
            assertThat(visit.find("[data-run-state]")).hasText(ENDED, PATIENTLY);

            String value = visit.find("#run-answer dd").first().innerText();
            assertThat(Long.parseLong(value.replace(",", ""))).isEqualTo(graph.heaviestCut());
            assertThat(visit.find(".proof__sentence")).containsText("Value " + value + ", ");
            for (String chart : new String[] {"by-node", "closing", "diversity", "proposals", "flips"}) {
                visit.page().waitForSelector("#" + chart + "[data-drawn]");
                visit.find("#" + chart + " [data-chart-do=table]").click();
                assertThat(visit.find("#" + chart + "-table tbody tr")).not().hasCount(0);
            }
            assertThat(visit.find("[data-node]")).not().hasCount(0);
            assertThat(visit.find(".findings li")).not().hasCount(0);
            visit.mustHaveBeenQuiet();
            visit.mustBeAccessible();
            visit.screenshot("annealing-run-closed");

            String bits =
                    Files.readString(download(visit, "Bits as text").path()).strip();
            assertThat(graph.cut(bits)).isEqualTo(graph.heaviestCut());
            JsonNode json = JsonMapper.shared()
                    .readTree(Files.readString(download(visit, "JSON").path()));
            assertThat(json.get("bits").asString()).isEqualTo(bits);
            assertThat(json.get("value").asLong()).isEqualTo(graph.heaviestCut());
            assertThat(Files.readString(download(visit, "dimod sample set").path()))
                    .contains("SampleSet");
        }
    }

    @Test
    void aLongSearchIsWatchedAndCancelled() {
        StoredGraph graph = StoredGraph.random(600, 12, 11);
        String id = graph.store(DemoGrid.console(), "Six hundred vertices");
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/problems/" + id);
            start(visit, "600");
            visit.page().waitForSelector("#by-node[data-drawn]");
            visit.find("#by-node [data-chart-do=table]").click();
            visit.until("() => document.querySelectorAll('#by-node-table tbody tr').length >= 3", null);
            assertThat(visit.find("[data-round-proposals]")).hasText(Pattern.compile("[\\d.]+\\u00a0[Mk]/s"));
            assertThat(visit.find("[data-node][data-present=true]")).not().hasCount(0);
            visit.mustHaveBeenQuiet();
            visit.screenshot("annealing-run-live");

            visit.find("text=Cancel, keep the best").click();

            assertThat(visit.find("[data-run-state]")).hasText("Cancelled, best kept", PATIENTLY);
            assertThat(visit.find("#run-answer dd").first()).hasText(Pattern.compile("[\\d,]+"));
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void twoRunsAreChosenAndCompared() {
        StoredGraph graph = StoredGraph.random(60, 8, 13);
        String name = "Sixty vertices";
        String id = graph.store(DemoGrid.console(), name);
        String first = StoredGraph.solve(DemoGrid.console(), id, name, 1, 600);
        String second = StoredGraph.solve(DemoGrid.console(), id, name, 2, 600);
        String address;
        List<String> words;
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/problems/" + id);
            visit.find("#pick-" + first).check();
            visit.find("#pick-" + second).check();
            assertThat(visit.find("[data-compare-words]")).hasText("2 chosen");
            assertThat(visit.page()).hasURL(Pattern.compile(".*run=.*run=.*"));

            visit.find("text=Compare").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*/optimisation/compare\\?a=" + first + "&b=" + second));
            assertThat(visit.find(".findings li").last())
                    .hasText(Pattern.compile("The answers (differ in|are the same).*"));
            visit.page().waitForSelector("#comparison[data-drawn]");
            visit.find("#comparison [data-chart-do=table]").click();
            assertThat(visit.find("#comparison-table tbody tr")).not().hasCount(0);
            visit.mustHaveBeenQuiet();
            visit.mustBeAccessible();
            visit.screenshot("annealing-compared");
            address = visit.address();
            words = visit.find(".findings li").allInnerTexts();
        }
        try (Visit fresh = Visit.council()) {
            fresh.open(address);

            assertThat(fresh.find(".findings li")).hasText(words.toArray(String[]::new));
            assertThat(fresh.find("#comparison-table tbody tr")).not().hasCount(0);
            assertThat(fresh.address()).isEqualTo(address);
        }
    }

    @Test
    void theChoiceStandsInTheAddress() {
        String id = StoredGraph.random(12, 4, 17).store(DemoGrid.console(), "Twelve vertices");
        String one = StoredGraph.solve(DemoGrid.console(), id, "Twelve vertices", 1, 200);
        String other = StoredGraph.solve(DemoGrid.console(), id, "Twelve vertices", 2, 200);
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation?run=" + one + "&run=" + other);

            assertThat(visit.find("#pick-" + one)).isChecked();
            assertThat(visit.find("#pick-" + other)).isChecked();
            assertThat(visit.find("[data-compare-words]")).hasText("2 chosen");
        }
    }

    @Test
    void aWrongLineIsToldAndNothingIsLost() {
        String wrong = "4 3\n1 2 1\n2 x 1\n3 4 1\n";
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/submit");
            visit.page().waitForSelector("[data-upload-ready]");
            visit.page().fill("#text", wrong);
            visit.page().fill("#name", "Wrong");
            assertThat(visit.find("[data-seen]"))
                    .containsText("Looks like Gset (rudy) text of 4 vertices and 3 edges.");

            visit.find("text=Submit the problem").click();

            assertThat(visit.find("#text-error"))
                    .containsText("Line 3", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(visit.find("#text")).hasValue(wrong);
            assertThat(visit.find("#text")).isFocused();
            assertThat(visit.find("#name")).hasValue("Wrong");
            assertThat(visit.find("[data-upload-words]")).hasText("Not stored; everything you gave is still here.");
            visit.mustBeAccessible();
            visit.screenshot("problem-refused");

            visit.page().fill("#text", wrong.replace('x', '3'));
            assertThat(visit.find("#text-error")).isEmpty();
            visit.find("text=Submit the problem").click();
            assertThat(visit.page()).hasURL(PROBLEM, SOON);
        }
    }

    @Test
    void wrongFieldsOfARunComeBackUnfolded() {
        String id = StoredGraph.random(10, 4, 19).store(DemoGrid.console(), "Ten vertices");
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/problems/" + id);
            visit.find("summary >> text=Sweeps").click();
            visit.page().fill("#sweeps", "1000");
            visit.page().fill("#seconds", "soon");

            visit.find("text=Start the run").click();

            assertThat(visit.find("#seconds-error")).containsText("(soon) is not a number.");
            assertThat(visit.find("#workers-error")).containsText("such as 4");
            assertThat(visit.find("#sweeps")).hasValue("1000");
            visit.mustBeAccessible();
            visit.page().fill("#seconds", "5");
            visit.page().fill("#workers", "2");
            visit.find("text=Start the run").click();
            assertThat(visit.page()).hasURL(RUN, SOON);
            assertThat(visit.find("[data-run-state]")).hasText(ENDED, PATIENTLY);
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Visit visit = Visit.council()) {
            visit.page().keyboard().press("g");
            visit.page().keyboard().press("o");
            assertThat(visit.find("h1")).hasText("Optimisation");
            press(visit, "text=Submit a problem", "Enter");
            assertThat(visit.find("h1")).hasText("Submit a problem");
            reach(visit, "#text");
            visit.page().keyboard().insertText(StoredGraph.random(8, 4, 23).text());
            reach(visit, "#name");
            visit.page().keyboard().type("By keyboard");
            press(visit, "[data-problem-upload] [type=submit]", "Enter");
            assertThat(visit.page()).hasURL(PROBLEM, SOON);
            assertThat(visit.find("h1")).hasText("By keyboard");
            press(visit, "main form [type=submit]", "Enter");
            assertThat(visit.page()).hasURL(RUN, SOON);
            assertThat(visit.find("[data-run-state]")).hasText(ENDED, PATIENTLY);
        }
    }

    @Test
    void aRunIsRepeatedWithAnotherSeedAndFromWhatIsKnown() {
        String id = StoredGraph.random(16, 6, 29).store(DemoGrid.console(), "Sixteen vertices");
        String first = StoredGraph.solve(DemoGrid.console(), id, "Sixteen vertices", 41, 300);
        try (Visit visit = Visit.council()) {
            visit.open("/runs/" + first);
            visit.find("text=Again with seed 42").click();
            assertThat(visit.page()).hasURL(RUN, SOON);
            assertThat(visit.page()).not().hasURL(Pattern.compile(".*" + first));
            assertThat(visit.find("[data-run-state]")).hasText(ENDED, PATIENTLY);

            visit.find("text=Go on from the answers known").click();

            assertThat(visit.find(".facts >> text=Earlier answers")).isVisible();
            assertThat(visit.find("[data-run-state]")).hasText(ENDED, PATIENTLY);
        }
    }

    @Test
    void anUnknownProblemIsSaidInWords() {
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/problems/" + UUID.randomUUID());

            assertThat(visit.find("h1")).containsText("There is no problem with");
        }
    }

    private static void paste(Visit visit, String text, String name) {
        visit.open("/optimisation/submit");
        visit.page().waitForSelector("[data-upload-ready]");
        visit.page().fill("#text", text);
        visit.page().fill("#name", name);
        visit.find("text=Submit the problem").click();
        assertThat(visit.page()).hasURL(PROBLEM, SOON);
    }

    private static void start(Visit visit, String seconds) {
        visit.page().fill("#seconds", seconds);
        visit.find("text=Start the run").click();
        assertThat(visit.page()).hasURL(RUN, SOON);
    }

    private static Download download(Visit visit, String name) {
        return visit.page()
                .waitForDownload(
                        () -> visit.find("#run-answer a >> text='" + name + "'").click());
    }

    /** Presses Tab until an element has the focus. */
    private static void reach(Visit visit, String selector) {
        for (int i = 0; i < 60; i++) {
            if (Boolean.TRUE.equals(
                    visit.find(selector).first().evaluate("element => element === document.activeElement"))) {
                return;
            }
            visit.page().keyboard().press("Tab");
        }
        assertThat(visit.find(selector).first()).isFocused();
    }

    private static void press(Visit visit, String selector, String key) {
        reach(visit, selector);
        visit.page().keyboard().press(key);
    }
}
