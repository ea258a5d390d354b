package io.nqba.model.sales;

/** Asks who does not buy what their peers buy. Crosses the grid wire. */
public final class WhiteSpaceQuery {
    private final String sector;
    private final String size;
    private final String region;
    private final String productId;
    private final int most;
    private final double level;

    /**
     * @param sector only accounts of this sector; empty for all
     * @param size only accounts of this size; empty for all
     * @param region only accounts of this region; empty for all
     * @param productId only this product; empty for all
     * @param most rows at most, the most valuable first
     * @param level share that intervals shall hold, between 0 and 1
     */
    public WhiteSpaceQuery(String sector, String size, String region, String productId, int most, double level) {
        this.sector = sector;
        this.size = size;
        this.region = region;
        this.productId = productId;
        this.most = most;
        this.level = level;
    }

    public String sector() {
        return sector;
    }

    public String size() {
        return size;
    }

    public String region() {
        return region;
    }

    public String productId() {
        return productId;
    }

    public int most() {
        return most;
    }

    public double level() {
        return level;
    }
}
