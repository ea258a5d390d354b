package io.nqba.model.finance;

/** At which price an order may trade. */
public enum OrderKind {
    /** At any price. */
    MARKET,
    /** At its limit price or better. */
    LIMIT
}
