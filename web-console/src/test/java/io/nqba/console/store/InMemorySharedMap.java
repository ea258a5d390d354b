package io.nqba.console.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;

/** A {@link SharedMap} of one JVM, for tests of what stands on it; keeps to the same contract as the one in the grid. */
public final class InMemorySharedMap<V> implements SharedMap<V> {
    private final ConcurrentMap<String, V> entries = new ConcurrentHashMap<>();

    @Override
    public Mono<V> get(String key) {
        return Mono.fromCallable(() -> entries.get(key));
    }

    @Override
    public Mono<Void> put(String key, V value) {
        return Mono.fromRunnable(() -> entries.put(key, value));
    }

    @Override
    public Mono<Boolean> putIfAbsent(String key, V value) {
        return Mono.fromCallable(() -> entries.putIfAbsent(key, value) == null);
    }

    @Override
    public Mono<Boolean> replace(String key, V expected, V value) {
        return Mono.fromCallable(() -> entries.replace(key, expected, value));
    }

    @Override
    public Mono<Void> remove(String key) {
        return Mono.fromRunnable(() -> entries.remove(key));
    }
}
