package io.nqba.model.sales;

/** Who does not buy what their peers buy. Crosses the grid wire. */
public final class WhiteSpaceReport {
    private final long accounts;
    private final long found;
    private final WhiteSpaceRow[] rows;
    private final String[] notes;

    /**
     * @param accounts accounts that were looked at
     * @param found gaps that were found, those beyond the ones listed included
     * @param rows the most valuable first
     * @param notes what a reader must know, for people
     */
    public WhiteSpaceReport(long accounts, long found, WhiteSpaceRow[] rows, String[] notes) {
        this.accounts = accounts;
        this.found = found;
        this.rows = rows.clone();
        this.notes = notes.clone();
    }

    public long accounts() {
        return accounts;
    }

    public long found() {
        return found;
    }

    public WhiteSpaceRow[] rows() {
        return rows.clone();
    }

    public String[] notes() {
        return notes.clone();
    }
}
