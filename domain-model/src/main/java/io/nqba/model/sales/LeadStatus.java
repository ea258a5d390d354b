package io.nqba.model.sales;

/** How far the work on a lead has come. */
public enum LeadStatus {
    NEW,
    WORKING,
    QUALIFIED,
    /** Became an opportunity or a sale. */
    CONVERTED,
    LOST
}
