package io.nqba.model.sales;

import java.util.Comparator;

/** Where a {@link DuplicateGroup} stands among all: by kind, then the surest reason, then its smallest id. Crosses the grid wire. */
public final class DuplicatePlace implements Comparable<DuplicatePlace> {
    private static final Comparator<DuplicatePlace> ORDER = Comparator.comparing(DuplicatePlace::kind)
            .thenComparing(DuplicatePlace::reason)
            .thenComparing(DuplicatePlace::id);

    private final DuplicateKind kind;
    private final DuplicateReason reason;
    private final String id;

    /**
     * @param kind what may be double
     * @param reason why
     * @param id smallest id of the group
     */
    public DuplicatePlace(DuplicateKind kind, DuplicateReason reason, String id) {
        this.kind = kind;
        this.reason = reason;
        this.id = id;
    }

    public DuplicateKind kind() {
        return kind;
    }

    public DuplicateReason reason() {
        return reason;
    }

    public String id() {
        return id;
    }

    @Override
    public int compareTo(DuplicatePlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof DuplicatePlace that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(kind, reason, id);
    }

    @Override
    public String toString() {
        return "DuplicatePlace[%s, %s, %s]".formatted(kind, reason, id);
    }
}
