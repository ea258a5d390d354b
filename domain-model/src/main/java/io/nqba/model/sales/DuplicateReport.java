package io.nqba.model.sales;

import java.util.ArrayList;
import java.util.List;

/** Some of the groups of rows that may be the same. Crosses the grid wire. */
public final class DuplicateReport {
    private final ArrayList<DuplicateGroup> groups;
    private final boolean more;
    private final int total;
    private final long bytes;

    /**
     * @param groups in the order of their places
     * @param more whether there are further ones
     * @param total how many there are of the kinds that were asked for
     * @param bytes what nodes sent to find them
     */
    public DuplicateReport(List<DuplicateGroup> groups, boolean more, int total, long bytes) {
        this.groups = new ArrayList<>(groups);
        this.more = more;
        this.total = total;
        this.bytes = bytes;
    }

    public List<DuplicateGroup> groups() {
        return List.copyOf(groups);
    }

    public boolean more() {
        return more;
    }

    public int total() {
        return total;
    }

    public long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "DuplicateReport[%d of %d]".formatted(groups.size(), total);
    }
}
