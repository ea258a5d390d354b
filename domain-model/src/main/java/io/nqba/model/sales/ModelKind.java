package io.nqba.model.sales;

/** How a scoring model computes. */
public enum ModelKind {
    LOGISTIC,
    BOOSTED_TREES
}
