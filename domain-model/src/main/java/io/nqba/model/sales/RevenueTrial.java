package io.nqba.model.sales;

/** A forecast made from the past alone, and what came. Crosses the grid wire. */
public final class RevenueTrial {
    private final int months;
    private final long fromDay;
    private final long toDay;
    private final double actual;
    private final double value;
    private final double low;
    private final double high;
    private final double[] naive;

    /**
     * @param months months forecast, 1 or 3
     * @param fromDay first day forecast, epoch day; the day before was the last one known
     * @param toDay last day
     * @param actual money that came
     * @param value money that was forecast
     * @param low lower end of its interval
     * @param high upper end
     * @param naive naive forecasts: the same as the last so many months, as those a quarter before, and the last rate on what was open
     */
    public RevenueTrial(
            int months,
            long fromDay,
            long toDay,
            double actual,
            double value,
            double low,
            double high,
            double[] naive) {
        this.months = months;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.actual = actual;
        this.value = value;
        this.low = low;
        this.high = high;
        this.naive = naive.clone();
    }

    public int months() {
        return months;
    }

    public long fromDay() {
        return fromDay;
    }

    public long toDay() {
        return toDay;
    }

    public double actual() {
        return actual;
    }

    public double value() {
        return value;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double[] naive() {
        return naive.clone();
    }
}
