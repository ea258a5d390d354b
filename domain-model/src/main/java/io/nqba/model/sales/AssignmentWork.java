package io.nqba.model.sales;

/** What is assigned to agents. */
public enum AssignmentWork {
    /** Leads that nobody has won or lost yet. */
    LEADS,
    /** Opportunities whose stage is open. */
    DEALS
}
