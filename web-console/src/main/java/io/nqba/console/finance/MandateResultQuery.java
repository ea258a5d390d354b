package io.nqba.console.finance;

import org.jspecify.annotations.Nullable;

/**
 * Which results of a mandate run to list.
 *
 * @param runId the run
 * @param order what they are ordered by; equal ones by id
 * @param descending whether the largest come first
 * @param search only portfolios whose name or id contains this text, any case; null for all
 * @param cursor {@code next} of the previous page, or null for the first
 * @param limit most items of the page
 */
public record MandateResultQuery(
        String runId,
        Order order,
        boolean descending,
        @Nullable String search,
        @Nullable String cursor,
        int limit) {
    /** What results are ordered by. */
    public enum Order {
        ID,
        NAME,
        CAPITAL,
        UTILITY,
        GIVEN_UP,
        EXPECTED_RETURN,
        VOLATILITY,
        TURNOVER,
        TRADING_COST,
        CASH
    }

    /** Returns a page of all results, by portfolio id. */
    public static MandateResultQuery byId(String runId, @Nullable String cursor, int limit) {
        return new MandateResultQuery(runId, Order.ID, false, null, cursor, limit);
    }
}
