package io.nqba.console.finance;

import java.util.List;

/**
 * What the page of a portfolio needs to know of it before any run.
 *
 * @param id its identifier
 * @param name what people call it
 * @param owner for whom it is held
 * @param universeId where it may choose from
 * @param currency ISO 4217 code of its value
 * @param cash money not invested
 * @param mostWeight greatest weight of its mandate
 * @param costPerUnit cost of trading of its mandate, share of the value traded
 * @param sectors sectors of all instruments, in order
 */
public record PortfolioHead(
        String id,
        String name,
        String owner,
        String universeId,
        String currency,
        double cash,
        double mostWeight,
        double costPerUnit,
        List<String> sectors) {
    public PortfolioHead {
        sectors = List.copyOf(sectors);
    }
}
