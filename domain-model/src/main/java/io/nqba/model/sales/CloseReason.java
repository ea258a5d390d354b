package io.nqba.model.sales;

/**
 * Why a deal was won or lost, in the words of who closed it. A closed list rather than text: it can be counted, and it cannot name a
 * person.
 */
public enum CloseReason {
    /** Nobody said. */
    UNKNOWN,
    PRICE,
    PRODUCT,
    COMPETITOR,
    BUDGET,
    TIMING,
    /** The customer decided nothing. */
    NO_DECISION,
    RELATIONSHIP,
    OTHER
}
