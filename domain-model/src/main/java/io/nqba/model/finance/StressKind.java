package io.nqba.model.finance;

/** Where a stress scenario comes from. */
public enum StressKind {
    /** A window of the past. */
    HISTORICAL,
    /** Shocks somebody thought of. */
    USER
}
