package io.nqba.console.sales;

import org.jspecify.annotations.Nullable;

/**
 * Which deals a pipeline has.
 *
 * @param repId only of this agent, or null
 * @param productId only for this product, or null
 * @param closedSinceDay won and lost deals count from this epoch day on
 */
public record PipelineQuery(
        @Nullable String repId, @Nullable String productId, long closedSinceDay) {}
