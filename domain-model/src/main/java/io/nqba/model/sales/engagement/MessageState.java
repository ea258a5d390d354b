package io.nqba.model.sales.engagement;

/** What becomes of a message. */
public enum MessageState {
    /** A person has to read it first. */
    DRAFT,
    /** May go, once nothing speaks against it. */
    APPROVED,
    /** A console has taken it; whether it went is not known yet. */
    SENDING,
    SENT,
    /** The sender could not send it. */
    FAILED,
    /** Does not go; the reason stands with it. */
    SUPPRESSED
}
