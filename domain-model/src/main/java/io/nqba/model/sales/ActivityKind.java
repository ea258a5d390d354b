package io.nqba.model.sales;

/** What was done, or is to be done, with a lead. */
public enum ActivityKind {
    CALL,
    EMAIL,
    MEETING,
    NOTE,
    /** Something to do, with a day on which it is due. */
    TASK
}
