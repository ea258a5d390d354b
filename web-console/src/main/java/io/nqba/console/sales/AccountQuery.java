package io.nqba.console.sales;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts, in which order.
 *
 * @param search part of id, name, sector or region, any case, or null
 * @param sort what they are sorted by
 * @param descending whether the largest come first
 * @param cursor {@code next} of the previous page, or null
 * @param limit most accounts of the page
 */
public record AccountQuery(
        @Nullable String search,
        Sort sort,
        boolean descending,
        @Nullable String cursor,
        int limit) {
    /** What accounts are sorted by. */
    public enum Sort {
        NAME,
        REVENUE,
        EMPLOYEES
    }
}
