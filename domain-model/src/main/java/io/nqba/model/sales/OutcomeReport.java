package io.nqba.model.sales;

/** Why deals are won and lost. Crosses the grid wire. */
public final class OutcomeReport {
    private final long asOfDay;
    private final long won;
    private final long lost;
    private final ReasonRow[] reasons;
    private final DriverRow[] drivers;
    private final double falseShare;
    private final String[] notes;

    /**
     * @param asOfDay last day that was looked at, epoch day
     * @param won deals won
     * @param lost deals lost
     * @param reasons reasons that were given, the most frequent first
     * @param drivers groups, the least likely to be chance first
     * @param falseShare share of false ones among those called real that is held
     * @param notes what a reader must know, for people
     */
    public OutcomeReport(
            long asOfDay,
            long won,
            long lost,
            ReasonRow[] reasons,
            DriverRow[] drivers,
            double falseShare,
            String[] notes) {
        this.asOfDay = asOfDay;
        this.won = won;
        this.lost = lost;
        this.reasons = reasons.clone();
        this.drivers = drivers.clone();
        this.falseShare = falseShare;
        this.notes = notes.clone();
    }

    public long asOfDay() {
        return asOfDay;
    }

    public long won() {
        return won;
    }

    public long lost() {
        return lost;
    }

    public ReasonRow[] reasons() {
        return reasons.clone();
    }

    public DriverRow[] drivers() {
        return drivers.clone();
    }

    public double falseShare() {
        return falseShare;
    }

    public String[] notes() {
        return notes.clone();
    }
}
