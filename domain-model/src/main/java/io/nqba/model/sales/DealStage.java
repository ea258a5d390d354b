package io.nqba.model.sales;

/** How far an opportunity has come. */
public enum DealStage {
    PROSPECTING,
    ENGAGING,
    WON,
    LOST
}
