package io.nqba.node.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActiveRunTest {
    @Test
    void theOldestOfTheQueueFillTheRoomThatStartedRunsLeave() {
        var active = List.of(run("late", 30, false), run("early", 10, false), run("going", 20, true));

        assertThat(ActiveRun.mayRun(active, 2)).extracting(ActiveRun::runId).containsExactly("early", "going");
    }

    @Test
    void startedRunsGoOnEvenWhereThereAreTooMany() {
        var active = List.of(run("a", 1, true), run("b", 2, true), run("c", 3, false));

        assertThat(ActiveRun.mayRun(active, 1)).extracting(ActiveRun::runId).containsExactly("a", "b");
    }

    @Test
    void runsOfTheSameMomentStartInTheOrderOfTheirNames() {
        var active = List.of(run("y", 1, false), run("x", 1, false));

        assertThat(ActiveRun.mayRun(active, 1)).extracting(ActiveRun::runId).containsExactly("x");
    }

    private static ActiveRun run(String runId, long createdMillis, boolean started) {
        return new ActiveRun(runId, createdMillis, started);
    }
}
