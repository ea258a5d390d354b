package io.nqba.console.page.optimisation;

import io.nqba.console.optimisation.RunEvent;
import io.nqba.console.page.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * One step of a run that has something to say.
 *
 * @param at time since the start
 * @param text what happened
 */
public record RunStep(String at, String text) {
    private static final int SHOWN = 100;

    /** Something that happened at a time, milliseconds since the start. */
    public record Moment(long millis, String text) {}

    /** Returns the last steps, newest first. */
    public static List<RunStep> newestFirst(List<RunEvent> history) {
        return newestFirst(history, List.of());
    }

    /**
     * Returns the last steps, newest first.
     *
     * @param more what else happened, in order
     */
    public static List<RunStep> newestFirst(List<RunEvent> history, List<Moment> more) {
        List<Moment> moments = new ArrayList<>(more);
        history.stream()
                .filter(event -> !event.message().isEmpty())
                .forEach(event -> moments.add(new Moment(event.elapsedMillis(), event.message())));
        // Of two at the same time the later one comes first: sorting keeps their order.
        Collections.reverse(moments);
        return moments.stream()
                .sorted(Comparator.comparingLong(Moment::millis).reversed())
                .limit(SHOWN)
                .map(moment -> new RunStep(Figures.duration(Duration.ofMillis(moment.millis())), moment.text()))
                .toList();
    }
}
