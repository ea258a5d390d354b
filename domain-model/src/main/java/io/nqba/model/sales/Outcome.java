package io.nqba.model.sales;

/** What became of a lead: the label that scores are learnt from. */
public enum Outcome {
    UNKNOWN,
    WON,
    LOST
}
