package io.nqba.model.sales;

/** What may stand twice in a book of sales. */
public enum DuplicateKind {
    LEAD,
    ACCOUNT,
    PRODUCT
}
