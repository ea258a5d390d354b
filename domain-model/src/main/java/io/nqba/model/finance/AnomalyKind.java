package io.nqba.model.finance;

/** What was out of the ordinary. */
public enum AnomalyKind {
    RETURN,
    VOLUME
}
