package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row that is to change together with others. Crosses the grid wire. */
public final class RowChange {
    private final String cache;
    private final Object key;
    private final @Nullable Object expected;
    private final @Nullable Object next;

    /**
     * @param cache its cache
     * @param key its key
     * @param expected the row as it was seen; null when there was none
     * @param next the row as it is to be; null to remove it
     * @throws IllegalArgumentException if the cache has no name, or nothing would change
     */
    public RowChange(String cache, Object key, @Nullable Object expected, @Nullable Object next) {
        this.cache = Require.text("cache", cache);
        this.key = key;
        this.expected = expected;
        this.next = next;
        if (expected == null && next == null) {
            throw new IllegalArgumentException("The change of cache (%s) must change something.".formatted(cache));
        }
    }

    public String cache() {
        return cache;
    }

    public Object key() {
        return key;
    }

    public @Nullable Object expected() {
        return expected;
    }

    public @Nullable Object next() {
        return next;
    }

    /** Returns whether a row is as it was seen. */
    public boolean fits(@Nullable Object present) {
        return Objects.equals(expected, present);
    }

    @Override
    public String toString() {
        return "RowChange[%s]".formatted(cache);
    }
}
