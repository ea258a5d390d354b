package io.nqba.model.finance;

/** What a risk figure is about. */
public enum RiskScope {
    /** All portfolios of a book together. */
    BOOK,
    /** One portfolio. */
    PORTFOLIO
}
