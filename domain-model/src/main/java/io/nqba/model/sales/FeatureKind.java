package io.nqba.model.sales;

/** How a feature of a lead is to be read. */
public enum FeatureKind {
    /** A quantity. */
    NUMBER,
    /** The index of a word in the list of the schema. */
    CATEGORY
}
