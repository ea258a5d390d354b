package io.nqba.compute.kernel.assignment;

/** What is asked of all work in one round: choose at these prices. Crosses the grid wire. */
public final class PriceQuestion {
    private final OfferedPrices prices;
    private final double bandwidth;
    private final double edgeBandwidth;

    /**
     * @param prices at which to choose
     * @param bandwidth change of prices over which moves between agents are measured, money per hour, more than 0
     * @param edgeBandwidth the same for moves between agents and nobody; agents are closer to each other than to nobody
     */
    public PriceQuestion(OfferedPrices prices, double bandwidth, double edgeBandwidth) {
        this.prices = prices;
        this.bandwidth = bandwidth;
        this.edgeBandwidth = edgeBandwidth;
    }

    public OfferedPrices prices() {
        return prices;
    }

    public double bandwidth() {
        return bandwidth;
    }

    public double edgeBandwidth() {
        return edgeBandwidth;
    }
}
