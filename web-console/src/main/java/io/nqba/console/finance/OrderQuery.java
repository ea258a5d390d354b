package io.nqba.console.finance;

import org.jspecify.annotations.Nullable;

/**
 * Which orders or trades to list, newest first.
 *
 * @param portfolioId only of this portfolio, or null
 * @param bookId only of this book, or null
 * @param orderId only of this order, or null
 * @param open only such as may still trade
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most rows
 */
public record OrderQuery(
        @Nullable String portfolioId,
        @Nullable String bookId,
        @Nullable String orderId,
        boolean open,
        @Nullable String cursor,
        int limit) {}
