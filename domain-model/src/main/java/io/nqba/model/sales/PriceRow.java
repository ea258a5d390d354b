package io.nqba.model.sales;

/** Prices of a product in one segment beside its list price. Crosses the grid wire. */
public final class PriceRow {
    private final String productId;
    private final DealDimension by;
    private final String value;
    private final double listPrice;
    private final long won;
    private final double ratio;
    private final double low;
    private final double high;
    private final double tenth;
    private final double ninth;
    private final double margin;

    /**
     * @param productId the {@link Product}
     * @param by what the segment is made by
     * @param value the segment; empty where the deal does not say
     * @param listPrice price without discount, currency of the book
     * @param won deals won
     * @param ratio mean price per list price of the deals won
     * @param low lower end of its interval
     * @param high upper end
     * @param tenth ratio that a tenth of them does not exceed
     * @param ninth ratio that nine tenths do not exceed
     * @param margin money earned by a deal won, on average
     */
    public PriceRow(
            String productId,
            DealDimension by,
            String value,
            double listPrice,
            long won,
            double ratio,
            double low,
            double high,
            double tenth,
            double ninth,
            double margin) {
        this.productId = productId;
        this.by = by;
        this.value = value;
        this.listPrice = listPrice;
        this.won = won;
        this.ratio = ratio;
        this.low = low;
        this.high = high;
        this.tenth = tenth;
        this.ninth = ninth;
        this.margin = margin;
    }

    public String productId() {
        return productId;
    }

    public DealDimension by() {
        return by;
    }

    public String value() {
        return value;
    }

    public double listPrice() {
        return listPrice;
    }

    public long won() {
        return won;
    }

    public double ratio() {
        return ratio;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double tenth() {
        return tenth;
    }

    public double ninth() {
        return ninth;
    }

    public double margin() {
        return margin;
    }
}
