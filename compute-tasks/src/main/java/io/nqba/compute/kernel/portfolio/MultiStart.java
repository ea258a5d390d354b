package io.nqba.compute.kernel.portfolio;

import io.nqba.compute.kernel.annealing.SplitMix;
import io.nqba.compute.kernel.portfolio.CardinalitySearch.Holding;

/** Plain local search from random names, each risk weight on its own: what {@link CardinalityOptimiser} is measured against. */
public final class MultiStart {
    private MultiStart() {}

    /**
     * Returns the best objective per risk weight.
     *
     * @param secondsEach time per risk weight; the result depends on the speed of the machine
     */
    public static double[] values(
            Universe universe, HoldingRules rules, double[] riskWeights, double secondsEach, long seed) {
        CardinalitySearch search = new CardinalitySearch(universe.covariance(), universe.expectedReturns(), rules);
        SplitMix random = new SplitMix(seed);
        double[] best = new double[riskWeights.length];
        for (int k = 0; k < best.length; k++) {
            search.weigh(riskWeights[k]);
            best[k] = Double.POSITIVE_INFINITY;
            long begin = System.nanoTime();
            do {
                Holding holding = search.random(random);
                search.improve(holding);
                best[k] = Math.min(best[k], holding.value);
            } while ((System.nanoTime() - begin) / 1e9 < secondsEach);
        }
        return best;
    }
}
