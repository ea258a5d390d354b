package io.nqba.node.load;

import io.nqba.intake.RowTarget;
import java.util.function.Consumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.ScanQuery;
import org.jspecify.annotations.Nullable;

/** Rows of an import on their way into the grid that this process has joined. */
public final class GridTarget implements RowTarget {
    private final Ignite ignite;
    private final RowStreams streams;

    public GridTarget(Ignite ignite) {
        this.ignite = ignite;
        this.streams = new RowStreams(ignite, false);
    }

    @Override
    public void add(String cache, Object key, Object row) {
        streams.add(cache, key, row);
    }

    @Override
    public void flush() {
        streams.flush();
    }

    @Override
    public <V> @Nullable V find(Class<V> type, String cache, String id) {
        return type.cast(ignite.<String, Object>cache(cache).get(id));
    }

    @Override
    public <V> void each(String cache, Consumer<V> consumer) {
        try (var rows = ignite.<String, V>cache(cache).query(new ScanQuery<String, V>())) {
            rows.forEach(row -> consumer.accept(row.getValue()));
        }
    }

    @Override
    public void keep(String cache, String id, Object row) {
        ignite.cache(cache).putIfAbsent(id, row);
    }

    @Override
    public void close() {
        streams.close();
    }
}
