package io.nqba.model.sales;

/** Rows that may be the same. Crosses the grid wire. */
public final class DuplicateGroup {
    /** More rows of a group are counted, not named: whoever merges these sees the next. */
    public static final int MOST_NAMED = 20;

    private final DuplicateKind kind;
    private final DuplicateReason reason;
    private final String[] ids;
    private final int size;
    private final double likeness;

    /**
     * @param kind what may be double
     * @param reason why
     * @param ids the rows in order of their ids, two to {@link #MOST_NAMED}
     * @param size how many there are
     * @param likeness share of the name that is alike between those least alike, 0..1; 1 for the same address or name
     */
    public DuplicateGroup(DuplicateKind kind, DuplicateReason reason, String[] ids, int size, double likeness) {
        this.kind = kind;
        this.reason = reason;
        this.ids = ids.clone();
        this.size = size;
        this.likeness = likeness;
    }

    public DuplicateKind kind() {
        return kind;
    }

    public DuplicateReason reason() {
        return reason;
    }

    public String[] ids() {
        return ids.clone();
    }

    public int size() {
        return size;
    }

    public double likeness() {
        return likeness;
    }

    /** Returns where it stands among all. */
    public DuplicatePlace place() {
        return new DuplicatePlace(kind, reason, ids[0]);
    }

    @Override
    public String toString() {
        return "DuplicateGroup[%s, %s, %d]".formatted(kind, reason, size);
    }
}
