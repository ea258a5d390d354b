package io.nqba.console.annealing;

import org.jspecify.annotations.Nullable;

/**
 * What is said about a problem that comes in.
 *
 * @param name what people shall call it
 * @param format how it is written, or null to find out from its content
 * @param number which problem of a collection to take, from 1; null where none is named, which a collection of several refuses
 */
public record NewProblem(
        String name,
        @Nullable UploadFormat format,
        @Nullable Integer number) {
    /** Longest name. */
    public static final int MAX_NAME = 200;

    /** Returns the format as the nodes expect it: empty text where it is to be found out. */
    String formatText() {
        return format == null ? "" : format.name();
    }

    int numberOrNone() {
        return number == null ? 0 : number;
    }
}
