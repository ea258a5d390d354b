package io.nqba.preview;

import io.nqba.console.store.SharedMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** What consoles share, as long as this one lives. */
final class InventedMap<V> implements SharedMap<V> {
    private final Map<String, V> values = new ConcurrentHashMap<>();

    @Override
    public Mono<V> get(String key) {
        return Mono.justOrEmpty(values.get(key));
    }

    @Override
    public Mono<Void> put(String key, V value) {
        values.put(key, value);
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> putIfAbsent(String key, V value) {
        return Mono.just(values.putIfAbsent(key, value) == null);
    }

    @Override
    public Mono<Boolean> replace(String key, V expected, V value) {
        return Mono.just(values.replace(key, expected, value));
    }

    @Override
    public Mono<Void> remove(String key) {
        values.remove(key);
        return Mono.empty();
    }
}
