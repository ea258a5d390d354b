package io.nqba.console.energy;

import org.jspecify.annotations.Nullable;

/**
 * Which sites to list, by name.
 *
 * @param districtId only of this district, or null for all
 * @param search only sites whose id or name contains this text, any case; null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record SiteQuery(
        @Nullable String districtId,
        @Nullable String search,
        @Nullable String cursor,
        int limit) {}
