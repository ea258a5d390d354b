package io.nqba.model.sales;

/** Who began an activity. */
public enum ActivityDirection {
    /** Neither side, or nobody wrote it down. */
    NONE,
    /** We reached out. */
    OUT,
    /** The person reached us: a reply. */
    IN
}
