package io.nqba.model.sales;

/** What a scoring model is used for. */
public enum ModelState {
    /** Trained, compared with the champion, not used. */
    CHALLENGER,
    /** Scores the leads of its schema. */
    CHAMPION,
    /** Was champion once, or was refused. */
    RETIRED
}
