package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.ArrayList;
import java.util.List;

/** Rows of sales that change all together or not at all. Crosses the grid wire. */
public final class RewriteOrder {
    /** More rows than this would hold their locks for seconds. */
    public static final int MOST_ROWS = 20_000;

    private final ArrayList<RowChange> changes;
    private final ArrayList<RowGuard> guards;

    /**
     * @param changes rows to change, no key twice
     * @param guards what must not have been added meanwhile
     * @throws IllegalArgumentException if there is no change, or more than {@link #MOST_ROWS}
     */
    public RewriteOrder(List<RowChange> changes, List<RowGuard> guards) {
        Require.within("changes", changes.size(), 1, MOST_ROWS);
        this.changes = new ArrayList<>(changes);
        this.guards = new ArrayList<>(guards);
    }

    public List<RowChange> changes() {
        return List.copyOf(changes);
    }

    public List<RowGuard> guards() {
        return List.copyOf(guards);
    }

    @Override
    public String toString() {
        return "RewriteOrder[%d rows]".formatted(changes.size());
    }
}
