package io.nqba.console.page.optimisation;

import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.page.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a run that has something to say.
 *
 * @param at time since the start
 * @param text what happened
 */
public record RunStep(String at, String text) {
    private static final int SHOWN = 100;

    /** Returns the last steps, newest first. */
    public static List<RunStep> newestFirst(List<RunEvent> history) {
        List<RunStep> steps = new ArrayList<>();
        for (int i = history.size() - 1; i >= 0 && steps.size() < SHOWN; i--) {
            RunEvent event = history.get(i);
            if (!event.message().isEmpty()) {
                steps.add(new RunStep(Figures.duration(Duration.ofMillis(event.elapsedMillis())), event.message()));
            }
        }
        return steps;
    }
}
