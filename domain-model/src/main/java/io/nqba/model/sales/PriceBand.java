package io.nqba.model.sales;

/** Deals of a product within a band of discounts. Crosses the grid wire. */
public final class PriceBand {
    private final String productId;
    private final double from;
    private final double below;
    private final long won;
    private final long lost;
    private final double rate;
    private final double low;
    private final double high;
    private final double margin;
    private final double expected;

    /**
     * @param productId the {@link Product}; empty for all
     * @param from least price per list price, included
     * @param below greatest, not included; infinite for the last band
     * @param won deals won at such a price
     * @param lost deals lost at such an offer
     * @param rate share that is won; not a number where no lost deal keeps its offer
     * @param low lower end of its interval
     * @param high upper end
     * @param margin money earned by a deal won, on average
     * @param expected money earned by an offer: the share won times the margin; not a number where that share is not known
     */
    public PriceBand(
            String productId,
            double from,
            double below,
            long won,
            long lost,
            double rate,
            double low,
            double high,
            double margin,
            double expected) {
        this.productId = productId;
        this.from = from;
        this.below = below;
        this.won = won;
        this.lost = lost;
        this.rate = rate;
        this.low = low;
        this.high = high;
        this.margin = margin;
        this.expected = expected;
    }

    public String productId() {
        return productId;
    }

    public double from() {
        return from;
    }

    public double below() {
        return below;
    }

    public long won() {
        return won;
    }

    public long lost() {
        return lost;
    }

    public double rate() {
        return rate;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double margin() {
        return margin;
    }

    public double expected() {
        return expected;
    }
}
