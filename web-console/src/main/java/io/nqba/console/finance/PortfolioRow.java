package io.nqba.console.finance;

/** A portfolio in a list. */
public record PortfolioRow(
        String id, String bookId, String name, String owner, String universeId, String currency, double cash) {}
