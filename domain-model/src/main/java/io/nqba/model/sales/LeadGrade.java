package io.nqba.model.sales;

/** How promising a lead is, in one letter; the best are A. */
public enum LeadGrade {
    A,
    B,
    C,
    D,
    E
}
