package io.nqba.model.sales;

import io.nqba.model.error.Require;
import org.jspecify.annotations.Nullable;

/** Asks which rows may be the same. Crosses the grid wire. */
public final class DuplicateQuery {
    /** Most groups of one answer. */
    public static final int MOST_GROUPS = 500;

    private final @Nullable DuplicateKind kind;
    private final @Nullable DuplicatePlace after;
    private final int limit;

    /**
     * @param kind what may be double; null for every kind
     * @param after the last group that is known already; null for the first ones
     * @param limit most groups to answer
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public DuplicateQuery(@Nullable DuplicateKind kind, @Nullable DuplicatePlace after, int limit) {
        this.kind = kind;
        this.after = after;
        this.limit = (int) Require.within("limit", limit, 1, MOST_GROUPS);
    }

    public @Nullable DuplicateKind kind() {
        return kind;
    }

    public @Nullable DuplicatePlace after() {
        return after;
    }

    public int limit() {
        return limit;
    }
}
