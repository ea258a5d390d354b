package io.nqba.console.finance;

import java.util.Map;

/**
 * The least risk at one expected return.
 *
 * @param index 0, 1, 2 …, from the calmest to the one of the greatest return
 * @param expectedReturn per year, net of trading cost
 * @param volatility per year
 * @param risk what is least here: the volatility per year, or the expected shortfall per day
 * @param bound what no portfolio of that return within the limits can beat
 * @param names instruments held
 * @param weights of the instruments held; empty until the run has ended
 */
public record FrontierPointView(
        int index,
        double expectedReturn,
        double volatility,
        double risk,
        double bound,
        int names,
        Map<String, Double> weights) {
    public FrontierPointView {
        weights = Map.copyOf(weights);
    }
}
