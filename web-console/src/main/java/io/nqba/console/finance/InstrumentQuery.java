package io.nqba.console.finance;

import org.jspecify.annotations.Nullable;

/**
 * Which instruments to list, by id.
 *
 * @param sector only of this sector, or null for all
 * @param search only instruments whose id or name contains this text, any case; null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record InstrumentQuery(
        @Nullable String sector,
        @Nullable String search,
        @Nullable String cursor,
        int limit) {}
