package io.nqba.compute.kernel.assignment;

/** What is asked of all work in one round: choose at these prices. Crosses the grid wire. */
public final class PriceQuestion {
    private final double[] price;
    private final double bandwidth;
    private final double edgeBandwidth;

    /**
     * @param price money per hour, shape {@code [agents]}
     * @param bandwidth change of prices over which moves between agents are measured, money per hour, more than 0
     * @param edgeBandwidth the same for moves between agents and nobody; agents are closer to each other than to nobody
     */
    public PriceQuestion(double[] price, double bandwidth, double edgeBandwidth) {
        this.price = price.clone();
        this.bandwidth = bandwidth;
        this.edgeBandwidth = edgeBandwidth;
    }

    public double[] price() {
        return price.clone();
    }

    public double bandwidth() {
        return bandwidth;
    }

    public double edgeBandwidth() {
        return edgeBandwidth;
    }
}
