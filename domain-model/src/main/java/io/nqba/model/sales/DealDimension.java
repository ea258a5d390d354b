package io.nqba.model.sales;

/** What groups of deals are made by. */
public enum DealDimension {
    SECTOR,
    /** People employed, as a range: {@link SizeBand}. */
    SIZE,
    REGION,
    PRODUCT,
    AGENT,
    /** Which month of its quarter a deal closed in. */
    MONTH_OF_QUARTER
}
