package io.nqba.console.finance;

/**
 * Portfolios that are looked at together.
 *
 * @param portfolios how many there are
 */
public record BookView(String id, String name, String currency, String universeId, long portfolios) {}
