package io.nqba.model.sales;

/** Asks what deals will bring. Crosses the grid wire. */
public final class RevenueQuery {
    /** The day of the latest event. */
    public static final long LATEST = Long.MIN_VALUE;

    private final long asOfDay;
    private final int quarters;
    private final double level;
    private final double winRate;
    private final double speed;
    private final double arrivals;
    private final long seed;

    /**
     * @param asOfDay last day that is looked at, epoch day; {@link #LATEST} for the last one on which anything happened
     * @param quarters calendar quarters to forecast, 1 to 4, the one of the next day included
     * @param level share that intervals shall hold, between 0 and 1
     * @param winRate what the share of closed deals that are won is multiplied by; 1 for as it is
     * @param speed how many times as fast deals close; 1 for as it is
     * @param arrivals what the number of deals that begin is multiplied by; 1 for as it is
     * @param seed of the draws behind intervals
     */
    public RevenueQuery(
            long asOfDay, int quarters, double level, double winRate, double speed, double arrivals, long seed) {
        this.asOfDay = asOfDay;
        this.quarters = quarters;
        this.level = level;
        this.winRate = winRate;
        this.speed = speed;
        this.arrivals = arrivals;
        this.seed = seed;
    }

    public long asOfDay() {
        return asOfDay;
    }

    public int quarters() {
        return quarters;
    }

    public double level() {
        return level;
    }

    public double winRate() {
        return winRate;
    }

    public double speed() {
        return speed;
    }

    public double arrivals() {
        return arrivals;
    }

    public long seed() {
        return seed;
    }
}
