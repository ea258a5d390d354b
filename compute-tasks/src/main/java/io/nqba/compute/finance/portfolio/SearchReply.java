package io.nqba.compute.finance.portfolio;

import io.nqba.model.finance.LimitPrice;
import io.nqba.model.optimisation.Baseline;
import java.util.ArrayList;
import java.util.List;

/** The best weights so far, with what proves them. Crosses the grid wire. */
final class SearchReply {
    private final int[] sides;
    private final double[] weights;
    private final double value;
    private final double bound;
    private final double tradingCost;
    private final ArrayList<LimitPrice> limitPrices;
    private final ArrayList<Baseline> baselines;
    private final double leastReturn;
    private final double mostReturn;
    private final long revision;

    /**
     * @param sides sides held; empty where names are free
     * @param weights best weights so far
     * @param value objective, as a plain number
     * @param bound what nobody can beat
     * @param tradingCost of the weights, share of the capital
     * @param limitPrices binding limits
     * @param baselines measure of the portfolio as it is and of equal weights
     * @param leastReturn net return of the calmest portfolio; not a number without a frontier
     * @param mostReturn greatest net return; not a number without a frontier
     * @param revision revision of the prices
     */
    SearchReply(
            int[] sides,
            double[] weights,
            double value,
            double bound,
            double tradingCost,
            List<LimitPrice> limitPrices,
            List<Baseline> baselines,
            double leastReturn,
            double mostReturn,
            long revision) {
        this.sides = sides.clone();
        this.weights = weights.clone();
        this.value = value;
        this.bound = bound;
        this.tradingCost = tradingCost;
        this.limitPrices = new ArrayList<>(limitPrices);
        this.baselines = new ArrayList<>(baselines);
        this.leastReturn = leastReturn;
        this.mostReturn = mostReturn;
        this.revision = revision;
    }

    int[] sides() {
        return sides.clone();
    }

    double[] weights() {
        return weights.clone();
    }

    double value() {
        return value;
    }

    double bound() {
        return bound;
    }

    double tradingCost() {
        return tradingCost;
    }

    List<LimitPrice> limitPrices() {
        return List.copyOf(limitPrices);
    }

    List<Baseline> baselines() {
        return List.copyOf(baselines);
    }

    double leastReturn() {
        return leastReturn;
    }

    double mostReturn() {
        return mostReturn;
    }

    long revision() {
        return revision;
    }
}
