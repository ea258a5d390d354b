package io.nqba.model.grid;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * One order of keys for all who write several rows at a time: two writers that lock the same rows in different orders wait for each other
 * for ever. It means nothing else. By hash, which is a matter of the fields, then by text; never equal for keys that differ, as long as a
 * key's text names all its fields.
 */
public final class KeyOrder implements Comparator<Object> {
    private static final KeyOrder ORDER = new KeyOrder();

    private KeyOrder() {}

    /** Returns an empty map of rows that keeps this order. */
    public static <K, V> Map<K, V> map() {
        return new TreeMap<>(ORDER);
    }

    @Override
    public int compare(Object one, Object other) {
        int byHash = Integer.compare(one.hashCode(), other.hashCode());
        return byHash != 0 ? byHash : one.toString().compareTo(other.toString());
    }
}
