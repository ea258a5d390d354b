package io.nqba.console.sales;

import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which leads, in which order.
 *
 * @param schemaId only of this schema, or null
 * @param status only in this state, or null
 * @param outcome only with this outcome, or null
 * @param ownerRepId only of this agent, empty text for those of nobody, or null
 * @param territory only of this region, or null
 * @param productId only for this product, or null
 * @param source only from this source, or null
 * @param grade only of this grade, A to E, or null
 * @param search part of id or company, any case, or null
 * @param emailHash only of the person with this keyed hash, or null
 * @param sort what they are sorted by
 * @param descending whether the largest come first
 * @param cursor {@code next} of the previous page, or null
 * @param limit most leads of the page
 */
public record LeadQuery(
        @Nullable String schemaId,
        @Nullable LeadStatus status,
        @Nullable Outcome outcome,
        @Nullable String ownerRepId,
        @Nullable String territory,
        @Nullable String productId,
        @Nullable String source,
        @Nullable String grade,
        @Nullable String search,
        @Nullable String emailHash,
        Sort sort,
        boolean descending,
        @Nullable String cursor,
        int limit) {
    /** What leads are sorted by. */
    public enum Sort {
        CREATED,
        AMOUNT,
        PROBABILITY,
        COMPANY
    }

    /** Returns the same query for another page. */
    public LeadQuery page(@Nullable String newCursor, int newLimit) {
        return new LeadQuery(
                schemaId,
                status,
                outcome,
                ownerRepId,
                territory,
                productId,
                source,
                grade,
                search,
                emailHash,
                sort,
                descending,
                newCursor,
                newLimit);
    }

    /** Returns the same query for one person. */
    public LeadQuery ofPerson(String newEmailHash) {
        return new LeadQuery(
                schemaId,
                status,
                outcome,
                ownerRepId,
                territory,
                productId,
                source,
                grade,
                search,
                newEmailHash,
                sort,
                descending,
                cursor,
                limit);
    }
}
