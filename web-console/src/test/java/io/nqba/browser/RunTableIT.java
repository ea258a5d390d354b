package io.nqba.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.nqba.console.optimisation.RunGateway;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows of runs stay fresh under the hands of whoever uses them: no click is lost and none hits another row. */
class RunTableIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROWS = "**/optimisation/runs?*";
    private static final String NAME = "Rows that move";

    private static String problem = "";
    private static String ended = "";

    private final List<String> searching = new ArrayList<>();

    @BeforeAll
    static void oneRunHasEnded() {
        problem = StoredGraph.random(600, 10, 43).store(DemoGrid.console(), NAME);
        ended = StoredGraph.solve(DemoGrid.console(), problem, NAME, 1, 200);
    }

    @AfterEach
    void stopSearching() {
        searching.forEach(
                id -> DemoGrid.console().bean(RunGateway.class).cancel(id).block(PATIENCE));
    }

    @Test
    void aClickThatIsHalfDoneWhenRowsArriveIsDone() {
        String running = search(2);
        try (Visit visit = opened()) {
            Locator choice = visit.find("#pick-" + ended);
            Deque<Route> held = new ArrayDeque<>();
            visit.page().route(ROWS, held::add);
            press(visit, choice);
            visit.page().waitForCondition(() -> !held.isEmpty());
            String newest = search(3);
            visit.page().unroute(ROWS);
            // The answer tells of a row above: drawn at once, it would pull the box away from under the pointer.
            freshRows(visit, () -> held.forEach(Route::resume));
            assertThat(visit.find("#run-" + newest)).hasCount(0);

            visit.page().mouse().up();

            assertThat(choice).isChecked();
            assertThat(visit.find("#run-" + newest)).hasCount(1);
            assertThat(choice).isChecked();
            assertThat(visit.page()).hasURL(Pattern.compile(".*run=" + ended));
            assertThat(visit.find("#cancel-" + running)).isVisible();
            assertThat(visit.find("[data-compare-words]")).hasText("Choose two to compare");
        }
    }

    @Test
    void theFocusStaysOnItsRowAndItsButtonWorks() {
        String running = search(4);
        try (Visit visit = opened()) {
            Locator cancel = visit.find("#cancel-" + running);
            cancel.focus();
            freshRows(visit);
            assertThat(cancel).isFocused();

            // Another row above: the row of the button is drawn anew.
            String newest = search(5);
            assertThat(visit.find("#run-" + newest)).hasCount(1);
            assertThat(cancel).isFocused();
            visit.page().keyboard().press("Enter");

            assertThat(visit.page()).hasURL(Pattern.compile(".*/runs/" + running));
            assertThat(visit.find("[data-run-state]")).hasText("Cancelled, best kept");
            visit.mustHaveBeenQuiet();
        }
    }

    @Test
    void aSecondRunBringsTheWayToCompare() {
        String alone = "Alone at first";
        String id = StoredGraph.random(400, 8, 47).store(DemoGrid.console(), alone);
        try (Visit visit = Visit.council()) {
            visit.open("/optimisation/problems/" + id);
            visit.mustBeLive();
            assertThat(visit.find("#run-rows h2")).hasText("No annealing run yet");
            assertThat(visit.find("[data-compare-words]")).hasCount(0);

            String one = searchOf(id, alone, 1);
            String other = searchOf(id, alone, 2);

            visit.find("#pick-" + one).check();
            visit.find("#pick-" + other).check();
            assertThat(visit.find("[data-compare-words]")).hasText("2 chosen");
            visit.find("text=Compare").click();
            assertThat(visit.find("h1")).hasText("Compare two runs");
        }
    }

    private static Visit opened() {
        Visit visit = Visit.council();
        visit.open("/optimisation/problems/" + problem);
        visit.mustBeLive();
        return visit;
    }

    private static void press(Visit visit, Locator control) {
        control.scrollIntoViewIfNeeded();
        BoundingBox box = control.boundingBox();
        visit.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        visit.page().mouse().down();
    }

    private static void freshRows(Visit visit) {
        freshRows(visit, () -> {});
    }

    private static void freshRows(Visit visit, Runnable action) {
        Response answer = visit.page().waitForResponse(found -> found.url().contains("/optimisation/runs?"), action);
        Objects.requireNonNull(answer).finished();
    }

    private String search(long seed) {
        return searchOf(problem, NAME, seed);
    }

    private String searchOf(String problemId, String name, long seed) {
        String id = StoredGraph.search(DemoGrid.console(), problemId, name, seed);
        searching.add(id);
        return id;
    }
}
