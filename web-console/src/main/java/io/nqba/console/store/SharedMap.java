package io.nqba.console.store;

import reactor.core.publisher.Mono;

/**
 * A map by text key that lives in the grid and that all consoles share. Nothing here blocks. When the grid does not
 * answer, each call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 *
 * @param <V> a wire type
 */
public interface SharedMap<V> {
    /** Completes empty when there is nothing under the key. */
    Mono<V> get(String key);

    /** Stores a value, whatever was there. */
    Mono<Void> put(String key, V value);

    /** Stores a value unless there is one; returns whether it did. */
    Mono<Boolean> putIfAbsent(String key, V value);

    /** Stores a value if {@code expected} is still there; returns whether it did. */
    Mono<Boolean> replace(String key, V expected, V value);

    /** Removes what is there, if anything. */
    Mono<Void> remove(String key);
}
