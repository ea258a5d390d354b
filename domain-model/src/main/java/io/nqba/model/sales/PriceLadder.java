package io.nqba.model.sales;

/** Prices beside the list. Crosses the grid wire. */
public final class PriceLadder {
    private final long asOfDay;
    private final PriceRow[] rows;
    private final PriceBand[] bands;
    private final long lostWithOffer;
    private final long lost;
    private final String[] notes;

    /**
     * @param asOfDay last day that was looked at, epoch day
     * @param rows by product and segment
     * @param bands of all products, then by product, the deepest discount first
     * @param lostWithOffer lost deals that keep what was offered
     * @param lost lost deals
     * @param notes what a reader must know, for people
     */
    public PriceLadder(
            long asOfDay, PriceRow[] rows, PriceBand[] bands, long lostWithOffer, long lost, String[] notes) {
        this.asOfDay = asOfDay;
        this.rows = rows.clone();
        this.bands = bands.clone();
        this.lostWithOffer = lostWithOffer;
        this.lost = lost;
        this.notes = notes.clone();
    }

    public long asOfDay() {
        return asOfDay;
    }

    public PriceRow[] rows() {
        return rows.clone();
    }

    public PriceBand[] bands() {
        return bands.clone();
    }

    public long lostWithOffer() {
        return lostWithOffer;
    }

    public long lost() {
        return lost;
    }

    public String[] notes() {
        return notes.clone();
    }
}
