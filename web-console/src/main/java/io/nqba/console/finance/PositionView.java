package io.nqba.console.finance;

import io.nqba.model.finance.PositionLine;

/**
 * One position at the last price.
 *
 * @param weight share of the value of the portfolio
 * @param gain what it has gained since it was bought
 */
public record PositionView(
        String instrumentId,
        String name,
        String issuer,
        String sector,
        double shares,
        double averageCost,
        double price,
        double value,
        double weight,
        double gain) {
    static PositionView of(PositionLine line) {
        return new PositionView(
                line.instrumentId(),
                line.name(),
                line.issuer(),
                line.sector(),
                line.shares(),
                line.averageCost(),
                line.price(),
                line.value(),
                line.weight(),
                line.gain());
    }
}
