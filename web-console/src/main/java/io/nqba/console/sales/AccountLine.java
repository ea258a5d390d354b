package io.nqba.console.sales;

import org.jspecify.annotations.Nullable;

/**
 * An account as a list shows it.
 *
 * @param revenue yearly, currency of the book; null when it is not known
 * @param openDeals its deals that are neither won nor lost
 * @param wonAmount what its won deals brought
 */
public record AccountLine(
        String id,
        String name,
        @Nullable String sector,
        @Nullable String region,
        @Nullable Double revenue,
        @Nullable Long employees,
        long openDeals,
        double wonAmount) {
    /** Returns the same account with its deals. */
    public AccountLine with(long open, double won) {
        return new AccountLine(id, name, sector, region, revenue, employees, open, won);
    }
}
