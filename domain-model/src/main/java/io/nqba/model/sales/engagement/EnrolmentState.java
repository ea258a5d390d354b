package io.nqba.model.sales.engagement;

/** How far a lead has come in a sequence. */
public enum EnrolmentState {
    /** A step is still to come. */
    ACTIVE,
    /** Every step is done. */
    DONE,
    /** It ended before its last step. */
    STOPPED
}
