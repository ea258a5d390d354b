package io.nqba.model.finance;

/** What a shock moves. */
public enum ShockTarget {
    /** Every instrument. */
    ALL,
    /** The instruments of a sector. */
    SECTOR,
    /** One instrument. */
    INSTRUMENT
}
