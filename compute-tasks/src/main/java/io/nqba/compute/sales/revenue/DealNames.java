package io.nqba.compute.sales.revenue;

import io.nqba.model.sales.DealDimension;

/** What dimensions are called in sentences. */
final class DealNames {
    private DealNames() {}

    static String of(DealDimension by) {
        return switch (by) {
            case SECTOR -> "sector";
            case SIZE -> "size";
            case REGION -> "region";
            case PRODUCT -> "product";
            case AGENT -> "agent";
            case MONTH_OF_QUARTER -> "month of the quarter";
        };
    }
}
