package io.nqba.intake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where rows go, and where an import looks things up. A row that is there already stays as it is. */
public interface RowTarget extends AutoCloseable {
    /** Sends a row on its way. It is stored for certain only after {@link #flush}. */
    void add(String cache, Object key, Object row);

    /** Returns when every row sent so far is stored. */
    void flush();

    /** Returns a row, or null when there is none. */
    <V> @Nullable V find(Class<V> type, String cache, String id);

    /** Goes over all rows of a small cache. */
    <V> void each(String cache, Consumer<V> consumer);

    /** Stores what an import made for itself, unless it is there. */
    void keep(String cache, String id, Object row);

    @Override
    void close();
}
