package io.nqba.console.grid;

import io.nqba.console.store.SharedMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.client.IgniteClientFuture;
import reactor.core.publisher.Mono;

/** A {@link SharedMap} in one cache. */
final class IgniteSharedMap<V> implements SharedMap<V> {
    private final GridConnection grid;
    private final Function<IgniteClient, ClientCache<String, V>> cache;

    private IgniteSharedMap(GridConnection grid, Function<IgniteClient, ClientCache<String, V>> cache) {
        this.grid = grid;
        this.cache = cache;
    }

    /** Returns a map whose entries stay until they are removed. */
    static <V> IgniteSharedMap<V> lasting(GridConnection grid, String cacheName) {
        return new IgniteSharedMap<>(grid, client -> client.cache(cacheName));
    }

    /** Returns a map whose entries go when they were not written for a while. */
    static <V> IgniteSharedMap<V> expiring(GridConnection grid, String cacheName, Duration afterWrite) {
        javax.cache.expiry.Duration time =
                new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, afterWrite.toMillis());
        return new IgniteSharedMap<>(
                grid, client -> client.<String, V>cache(cacheName).withExpirePolicy(new ModifiedExpiryPolicy(time)));
    }

    @Override
    public Mono<V> get(String key) {
        return on(map -> map.getAsync(key));
    }

    @Override
    public Mono<Void> put(String key, V value) {
        return on(map -> map.putAsync(key, value));
    }

    @Override
    public Mono<Boolean> putIfAbsent(String key, V value) {
        return on(map -> map.putIfAbsentAsync(key, value));
    }

    @Override
    public Mono<Boolean> replace(String key, V expected, V value) {
        return on(map -> map.replaceAsync(key, expected, value));
    }

    @Override
    public Mono<Void> remove(String key) {
        return on(map -> map.removeAsync(key)).then();
    }

    private <T> Mono<T> on(Function<ClientCache<String, V>, IgniteClientFuture<T>> operation) {
        return grid.call(client -> operation.apply(cache.apply(client)));
    }
}
