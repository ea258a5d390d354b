package io.nqba.node.load;

import io.nqba.model.grid.KeyOrder;
import java.io.Serial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.IgniteDataStreamer;
import org.apache.ignite.cache.CacheMode;
import org.apache.ignite.configuration.CacheConfiguration;
import org.apache.ignite.stream.StreamReceiver;

/**
 * Rows on their way into the grid: one data streamer per cache, opened at its first row. A row that is there already
 * stays as it is unless {@code replace} is set, so a load that broke off is simply run again.
 */
public final class RowStreams implements AutoCloseable {
    /** Rows kept per node before they travel together. Large messages keep a node's streamer threads busy for seconds. */
    private static final int ROWS_PER_MESSAGE = 512;

    /** Messages on their way to one node; more would only wait there, and look like a blocked node. */
    private static final int MESSAGES_UNDER_WAY = 4;

    private final Ignite ignite;
    private final boolean replace;
    private final Map<String, IgniteDataStreamer<Object, Object>> streamers = new LinkedHashMap<>();
    private long rows;

    public RowStreams(Ignite ignite, boolean replace) {
        this.ignite = ignite;
        this.replace = replace;
    }

    /** Sends a row on its way. It is stored for certain only after {@link #flush} or {@link #close}. */
    public void add(String cache, Object key, Object value) {
        streamers.computeIfAbsent(cache, this::open).addData(key, value);
        rows++;
    }

    private IgniteDataStreamer<Object, Object> open(String cache) {
        IgniteDataStreamer<Object, Object> streamer = ignite.dataStreamer(cache);
        boolean everywhere = onEveryNode(cache);
        streamer.allowOverwrite(replace || everywhere);
        if (everywhere && !replace) {
            streamer.receiver(new AddMissing());
        }
        streamer.perNodeBufferSize(ROWS_PER_MESSAGE);
        streamer.perNodeParallelOperations(MESSAGES_UNDER_WAY);
        return streamer;
    }

    @SuppressWarnings("unchecked") // The class of a configuration cannot name its parameters.
    private boolean onEveryNode(String cache) {
        CacheConfiguration<Object, Object> configuration =
                ignite.cache(cache).getConfiguration(CacheConfiguration.class);
        return configuration.getCacheMode() == CacheMode.REPLICATED;
    }

    /** Returns the rows sent so far. */
    public long rows() {
        return rows;
    }

    /** Returns when every row sent so far is stored. */
    public void flush() {
        streamers.values().forEach(IgniteDataStreamer::flush);
    }

    @Override
    public void close() {
        streamers.values().forEach(IgniteDataStreamer::close);
    }

    /**
     * Writes to a cache that every node holds, by ordinary writes: what a streamer loads without overwriting can miss the copy of a node
     * that has just joined.
     */
    private static final class AddMissing implements StreamReceiver<Object, Object> {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void receive(IgniteCache<Object, Object> cache, Collection<Map.Entry<Object, Object>> rows) {
            Map<Object, Object> missing = KeyOrder.map();
            rows.forEach(row -> missing.put(row.getKey(), row.getValue()));
            missing.keySet()
                    .removeAll(cache.getAll(Set.copyOf(missing.keySet())).keySet());
            cache.putAll(missing);
        }
    }
}
