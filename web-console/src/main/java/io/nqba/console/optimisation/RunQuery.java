package io.nqba.console.optimisation;

import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunState;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, newest first.
 *
 * @param unit only of this unit, or null for all
 * @param kind only of this kind, such as {@code energy-optimization}, or null for all
 * @param state only in this state, or null for all
 * @param subject only of this subject, or null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record RunQuery(
        @Nullable BusinessUnit unit,
        @Nullable String kind,
        @Nullable RunState state,
        @Nullable String subject,
        @Nullable String cursor,
        int limit) {
    /** Returns the newest runs of every unit. */
    public static RunQuery newest(int limit) {
        return new RunQuery(null, null, null, null, null, limit);
    }
}
