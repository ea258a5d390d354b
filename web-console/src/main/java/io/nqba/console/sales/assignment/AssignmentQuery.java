package io.nqba.console.sales.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Which assignments of a run to list.
 *
 * @param runId the run
 * @param order what they are ordered by; equal ones by the id of the work
 * @param descending whether the largest come first
 * @param search only work whose id or agent contains this text, any case; null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record AssignmentQuery(
        String runId,
        Order order,
        boolean descending,
        @Nullable String search,
        @Nullable String cursor,
        int limit) {
    /** What assignments are ordered by. */
    public enum Order {
        WORK,
        AGENT,
        VALUE,
        HOURS,
        PROBABILITY
    }
}
