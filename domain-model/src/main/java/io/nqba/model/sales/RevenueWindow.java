package io.nqba.model.sales;

/** Money that one month or quarter will bring. Crosses the grid wire. */
public final class RevenueWindow {
    private final long fromDay;
    private final long toDay;
    private final boolean quarter;
    private final double booked;
    private final double pipeline;
    private final double fresh;
    private final double low;
    private final double high;
    private final double error;
    private final double wins;

    /**
     * @param fromDay first day that is forecast, epoch day
     * @param toDay last day
     * @param quarter whether it is a quarter, else a month
     * @param booked money of the same month or quarter that is won already
     * @param pipeline expected of deals that are open
     * @param fresh expected of deals that are still to begin
     * @param low lower end of the interval of all three together
     * @param high upper end
     * @param error standard error of the ends, from the number of draws
     * @param wins expected number of wins, the booked ones left out
     */
    public RevenueWindow(
            long fromDay,
            long toDay,
            boolean quarter,
            double booked,
            double pipeline,
            double fresh,
            double low,
            double high,
            double error,
            double wins) {
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.quarter = quarter;
        this.booked = booked;
        this.pipeline = pipeline;
        this.fresh = fresh;
        this.low = low;
        this.high = high;
        this.error = error;
        this.wins = wins;
    }

    public long fromDay() {
        return fromDay;
    }

    public long toDay() {
        return toDay;
    }

    public boolean quarter() {
        return quarter;
    }

    public double booked() {
        return booked;
    }

    public double pipeline() {
        return pipeline;
    }

    public double fresh() {
        return fresh;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double error() {
        return error;
    }

    public double wins() {
        return wins;
    }
}
