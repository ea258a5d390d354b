package io.nqba.console.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the grid, as this console saw it.
 *
 * @param sequence counts the events of this console since its start; the id of the Server-Sent Event
 * @param at when the console saw it
 * @param nodeId the node that joined or left, else null
 * @param message what happened, for people
 * @param status the grid afterwards; null when it is unreachable
 */
public record GridEvent(
        long sequence,
        Kind kind,
        Instant at,
        @Nullable String nodeId,
        String message,
        @Nullable GridStatusView status) {
    /** What happened; in lower case the name of the Server-Sent Event. */
    public enum Kind {
        /** Fresh figures, nothing else changed. */
        STATUS,
        JOINED,
        LEFT,
        /** The console lost the grid; it keeps trying. */
        UNREACHABLE,
        /** The console has the grid again. */
        REACHABLE
    }
}
