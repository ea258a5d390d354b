package io.nqba.console.optimisation;

import io.nqba.model.optimisation.RunState;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run, in the order it happened; the same document in the JSON history and on the live stream.
 *
 * @param sequence 1, 2, 3 … without gaps; the id of the Server-Sent Event
 * @param state state after this step
 * @param round rounds that count so far
 * @param value objective of the best answer so far, null before there is one
 * @param bound best proven bound so far, null before there is one
 * @param gap |value − bound| / |value|, null before both are known
 * @param elapsedMillis since the run started
 * @param nodes nodes that took part in the round
 * @param bytes bytes of answers received in the round
 * @param message what happened, for people; may be empty
 */
public record RunEvent(
        String runId,
        long sequence,
        RunState state,
        int round,
        @Nullable Double value,
        @Nullable Double bound,
        @Nullable Double gap,
        long elapsedMillis,
        int nodes,
        long bytes,
        String message) {
    /** Name of the Server-Sent Event of a step that is followed by others. */
    public static final String PROGRESS = "progress";
    /** Name of the last Server-Sent Event of a run. */
    public static final String FINISHED = "finished";

    /** Returns the name of the Server-Sent Event. */
    public String eventName() {
        return state.terminal() ? FINISHED : PROGRESS;
    }
}
