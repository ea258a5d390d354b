package io.nqba.console.sales;

import io.nqba.model.sales.DealStage;
import org.jspecify.annotations.Nullable;

/**
 * Which deals.
 *
 * @param stage only in this stage, or null
 * @param accountId only of this account, or null
 * @param productId only for this product, or null
 * @param repId only of this agent, or null
 * @param cursor {@code next} of the previous page, or null
 * @param limit most deals of the page
 */
public record OpportunityQuery(
        @Nullable DealStage stage,
        @Nullable String accountId,
        @Nullable String productId,
        @Nullable String repId,
        @Nullable String cursor,
        int limit) {}
