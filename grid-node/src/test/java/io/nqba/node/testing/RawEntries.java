package io.nqba.node.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.cache.query.ScanQuery;

/**
 * Every entry of every cache as the bytes that a grid holds, keys and values. What is looked for is compared with these bytes as UTF-8,
 * so it is found in fields that no class reads as well.
 */
public final class RawEntries {
    private RawEntries() {}

    /** Returns, for each text that stands in some entry of some cache, the cache and the text. */
    public static List<String> holding(GridFixture grid, Collection<String> texts) {
        List<byte[]> wanted = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return holdingBytes(grid, wanted);
    }

    /** Returns, for each sequence of bytes that stands in some entry of some cache, the cache and the bytes as text. */
    public static List<String> holdingBytes(GridFixture grid, Collection<byte[]> wanted) {
        List<String> found = new ArrayList<>();
        Ignite ignite = grid.ignite();
        for (String name : ignite.cacheNames()) {
            var cache = ignite.cache(name).<Object, Object>withKeepBinary();
            try (var rows = cache.query(new ScanQuery<Object, Object>())) {
                rows.forEach(row -> {
                    byte[] key = bytes(ignite, row.getKey());
                    byte[] value = bytes(ignite, row.getValue());
                    for (byte[] each : wanted) {
                        if (contains(key, each) || contains(value, each)) {
                            found.add(name + ": " + new String(each, StandardCharsets.UTF_8));
                        }
                    }
                });
            }
        }
        return found;
    }

    /** Returns how many entries of a cache hold a text. */
    public static long of(GridFixture grid, String name, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        var cache = grid.ignite().cache(name).<Object, Object>withKeepBinary();
        long count = 0;
        try (var rows = cache.query(new ScanQuery<Object, Object>())) {
            for (var row : rows) {
                if (contains(bytes(grid.ignite(), row.getKey()), wanted)
                        || contains(bytes(grid.ignite(), row.getValue()), wanted)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The form in which Ignite holds and sends an object; text in it is UTF-8. */
    @SuppressWarnings("deprecation") // Nothing else writes an object as the grid does.
    private static byte[] bytes(Ignite ignite, Object stored) {
        try {
            return ignite.configuration().getMarshaller().marshal(stored);
        } catch (IgniteCheckedException e) {
            throw new IllegalStateException("Cannot read an entry: " + stored.getClass(), e);
        }
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        outer:
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            for (int k = 0; k < wanted.length; k++) {
                if (bytes[i + k] != wanted[k]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
