package io.nqba.console.finance;

import org.jspecify.annotations.Nullable;

/**
 * Which portfolios to list, by name.
 *
 * @param bookId only of this book, or null for all
 * @param search only portfolios whose id, name or owner contains this text, any case; null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record PortfolioQuery(
        @Nullable String bookId,
        @Nullable String search,
        @Nullable String cursor,
        int limit) {}
