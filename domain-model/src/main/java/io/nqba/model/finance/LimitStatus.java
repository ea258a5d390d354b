package io.nqba.model.finance;

/** Where a figure stands against its limit. */
public enum LimitStatus {
    /** Below the warn level. */
    OK,
    /** At the warn level or above. */
    WARN,
    /** Above the breach level. */
    BREACH
}
