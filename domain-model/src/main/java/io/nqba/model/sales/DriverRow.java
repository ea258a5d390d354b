package io.nqba.model.sales;

/** A group of deals that may win more or fewer than the rest. Crosses the grid wire. */
public final class DriverRow {
    private final DealDimension by;
    private final String value;
    private final long won;
    private final long closed;
    private final double rate;
    private final double difference;
    private final double low;
    private final double high;
    private final double pValue;
    private final boolean real;

    /**
     * @param by what the group is made by
     * @param value the group; empty where the deal does not say
     * @param won deals won
     * @param closed deals won or lost
     * @param rate share that is won
     * @param difference that share less the share of all other deals
     * @param low lower end of its interval
     * @param high upper end
     * @param pValue how likely a difference at least as large is chance, for this group alone
     * @param real whether it is called real beside all the others that were looked at
     */
    public DriverRow(
            DealDimension by,
            String value,
            long won,
            long closed,
            double rate,
            double difference,
            double low,
            double high,
            double pValue,
            boolean real) {
        this.by = by;
        this.value = value;
        this.won = won;
        this.closed = closed;
        this.rate = rate;
        this.difference = difference;
        this.low = low;
        this.high = high;
        this.pValue = pValue;
        this.real = real;
    }

    public DealDimension by() {
        return by;
    }

    public String value() {
        return value;
    }

    public long won() {
        return won;
    }

    public long closed() {
        return closed;
    }

    public double rate() {
        return rate;
    }

    public double difference() {
        return difference;
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    public double pValue() {
        return pValue;
    }

    public boolean real() {
        return real;
    }
}
