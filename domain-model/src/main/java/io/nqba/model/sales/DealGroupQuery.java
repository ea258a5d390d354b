package io.nqba.model.sales;

/** Asks for deals by groups. Crosses the grid wire. */
public final class DealGroupQuery {
    private final long asOfDay;
    private final DealDimension[] by;
    private final String sector;
    private final String size;
    private final String region;
    private final String productId;
    private final double level;

    /**
     * @param asOfDay last day that is looked at, epoch day; {@link RevenueQuery#LATEST} for the last one on which anything happened
     * @param by what groups are made by
     * @param sector only deals with accounts of this sector; empty for all
     * @param size only deals with accounts of this size; empty for all
     * @param region only deals with accounts of this region; empty for all
     * @param productId only deals about this product; empty for all
     * @param level share that intervals shall hold, between 0 and 1
     */
    public DealGroupQuery(
            long asOfDay,
            DealDimension[] by,
            String sector,
            String size,
            String region,
            String productId,
            double level) {
        this.asOfDay = asOfDay;
        this.by = by.clone();
        this.sector = sector;
        this.size = size;
        this.region = region;
        this.productId = productId;
        this.level = level;
    }

    public long asOfDay() {
        return asOfDay;
    }

    public DealDimension[] by() {
        return by.clone();
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

    public double level() {
        return level;
    }
}
