package io.nqba.model.finance;

/** What is foretold of a market. */
public enum ForecastSubject {
    VOLATILITY,
    RETURN
}
