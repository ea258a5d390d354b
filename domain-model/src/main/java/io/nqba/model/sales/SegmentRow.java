package io.nqba.model.sales;

/** Deals of one segment. Crosses the grid wire. */
public final class SegmentRow {
    private final DealDimension by;
    private final String value;
    private final long open;
    private final long won;
    private final long lost;
    private final double rate;
    private final double low;
    private final double high;
    private final double medianDays;
    private final double medianLow;
    private final double medianHigh;
    private final double amount;
    private final double amountLow;
    private final double amountHigh;
    private final double revenue;

    /**
     * @param by what the segment is made by
     * @param value the segment; empty where the deal does not say
     * @param open deals that are open
     * @param won deals won
     * @param lost deals lost
     * @param rate share of closed deals that are won, small segments drawn towards all
     * @param low lower end of its interval
     * @param high upper end
     * @param medianDays age by which half have closed; not a number where fewer have
     * @param medianLow lower end of its interval
     * @param medianHigh upper end; infinite where it is not reached
     * @param amount mean amount of a deal that is won; not a number where none is
     * @param amountLow lower end of its interval
     * @param amountHigh upper end
     * @param revenue money that was won
     */
    public SegmentRow(
            DealDimension by,
            String value,
            long open,
            long won,
            long lost,
            double rate,
            double low,
            double high,
            double medianDays,
            double medianLow,
            double medianHigh,
            double amount,
            double amountLow,
            double amountHigh,
            double revenue) {
        this.by = by;
        this.value = value;
        this.open = open;
        this.won = won;
        this.lost = lost;
        this.rate = rate;
        this.low = low;
        this.high = high;
        this.medianDays = medianDays;
        this.medianLow = medianLow;
        this.medianHigh = medianHigh;
        this.amount = amount;
        this.amountLow = amountLow;
        this.amountHigh = amountHigh;
        this.revenue = revenue;
    }

    public DealDimension by() {
        return by;
    }

    public String value() {
        return value;
    }

    public long open() {
        return open;
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

    public double medianDays() {
        return medianDays;
    }

    public double medianLow() {
        return medianLow;
    }

    public double medianHigh() {
        return medianHigh;
    }

    public double amount() {
        return amount;
    }

    public double amountLow() {
        return amountLow;
    }

    public double amountHigh() {
        return amountHigh;
    }

    public double revenue() {
        return revenue;
    }
}
