package io.nqba.model.sales;

/** Whether rows were changed together. Crosses the grid wire. */
public final class RewriteReport {
    /** Nothing stood in the way. */
    public static final int NONE = -1;

    private final int changedRow;
    private final int brokenGuard;

    private RewriteReport(int changedRow, int brokenGuard) {
        this.changedRow = changedRow;
        this.brokenGuard = brokenGuard;
    }

    /** All rows were changed. */
    public static RewriteReport done() {
        return new RewriteReport(NONE, NONE);
    }

    /** Nothing was changed: somebody else had changed a row. */
    public static RewriteReport changed(int place) {
        return new RewriteReport(place, NONE);
    }

    /** Nothing was changed: somebody else had added a row. */
    public static RewriteReport added(int place) {
        return new RewriteReport(NONE, place);
    }

    public boolean isDone() {
        return changedRow == NONE && brokenGuard == NONE;
    }

    /** Returns the place of the {@link RowChange} that did not fit, or {@link #NONE}. */
    public int changedRow() {
        return changedRow;
    }

    /** Returns the place of the {@link RowGuard} that did not hold, or {@link #NONE}. */
    public int brokenGuard() {
        return brokenGuard;
    }

    @Override
    public String toString() {
        return "RewriteReport[%s, %s]".formatted(changedRow, brokenGuard);
    }
}
