package io.nqba.console.sales;

/** What of a book of sales changes together. */
public enum SalesTopic {
    /** Leads and their scores. */
    LEADS,
    /** What was done with leads, and is to be done. */
    ACTIVITIES,
    DEALS,
    /** Accounts and their contacts. */
    ACCOUNTS,
    /** Agents, products, prices of agents. */
    BOOK
}
