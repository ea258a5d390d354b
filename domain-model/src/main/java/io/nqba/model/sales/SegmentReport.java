package io.nqba.model.sales;

/** The segments of a market. Crosses the grid wire. */
public final class SegmentReport {
    private final long asOfDay;
    private final double commonRate;
    private final SegmentRow[] rows;
    private final String[] notes;

    /**
     * @param asOfDay last day that was looked at, epoch day
     * @param commonRate share of all closed deals that are won
     * @param rows by what they are made by, then by money won
     * @param notes what a reader must know, for people
     */
    public SegmentReport(long asOfDay, double commonRate, SegmentRow[] rows, String[] notes) {
        this.asOfDay = asOfDay;
        this.commonRate = commonRate;
        this.rows = rows.clone();
        this.notes = notes.clone();
    }

    public long asOfDay() {
        return asOfDay;
    }

    public double commonRate() {
        return commonRate;
    }

    public SegmentRow[] rows() {
        return rows.clone();
    }

    public String[] notes() {
        return notes.clone();
    }
}
