package io.nqba.console.finance;

import java.util.List;

/**
 * Weights of one mandate now and as one run proposes them.
 *
 * @param weights instruments that are held now or shall be held
 */
public record MandateWeightsView(String runId, String portfolioId, List<Weight> weights) {
    /** Copies the weights. */
    public MandateWeightsView {
        weights = List.copyOf(weights);
    }

    /**
     * One instrument.
     *
     * @param now present weight, share of the capital
     * @param proposed proposed weight
     */
    public record Weight(String instrumentId, double now, double proposed) {}
}
