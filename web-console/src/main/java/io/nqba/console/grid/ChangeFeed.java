package io.nqba.console.grid;

import java.time.Duration;
import java.util.function.Function;
import javax.cache.configuration.Factory;
import javax.cache.event.CacheEntryEventFilter;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.client.IgniteClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Continuous queries of this console on what changes in the grid, fanned out to whoever listens. Registers them again after each
 * reconnection and then tells everybody to look; best effort between: a slow listener misses signals.
 *
 * @param <S> what listeners are told
 */
abstract class ChangeFeed<S> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final GridConnection grid;
    private final String what;
    private final S anything;
    private final Sinks.Many<S> signals = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<Boolean> lost = Sinks.many().multicast().directBestEffort();
    private final Disposable.Swap registering = Disposables.swap();
    private volatile boolean running;

    /**
     * @param what what is listened to, for the log
     * @param anything the signal that anything may have changed
     */
    ChangeFeed(GridConnection grid, String what, S anything) {
        this.grid = grid;
        this.what = what;
        this.anything = anything;
    }

    /** Registers the queries by {@link #listen}; called for each new connection. */
    abstract void register(IgniteClient client);

    /** Emits what happens from now on. Never ends. */
    final Flux<S> signals() {
        return signals.asFlux();
    }

    @Override
    public final void start() {
        running = true;
        Flux<Boolean> connected = grid.states().filter(up -> up);
        registering.update(Flux.merge(connected, lost.asFlux())
                .switchMap(again -> grid.block(this::registered)
                        .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY)
                                .maxBackoff(LONGEST_RETRY)
                                .filter(error -> grid.reachable()))
                        .doOnSuccess(done -> emit(anything))
                        .onErrorResume(error -> Mono.empty()))
                .subscribe());
    }

    private Boolean registered(IgniteClient client) {
        register(client);
        LOG.debug("Listening. what={}", what);
        return true;
    }

    @Override
    public final void stop() {
        running = false;
        registering.update(Disposables.disposed());
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return GridConnection.PHASE + 1;
    }

    /**
     * A changed row of a cache.
     *
     * @param row as it is now, or as it was where it is removed
     */
    record Change<K, V>(K key, V row, boolean removed) {}

    /** Listens to the changes of a cache for as long as the connection lasts. */
    final <K, V> void listen(IgniteClient client, String cache, Function<Change<K, V>, S> reading) {
        ContinuousQuery<K, V> query = new ContinuousQuery<>();
        query.setLocalListener(events -> events.forEach(event -> {
            boolean removed = event.getValue() == null;
            V row = removed ? event.getOldValue() : event.getValue();
            emit(row == null ? anything : reading.apply(new Change<>(event.getKey(), row, removed)));
        }));
        // The cursor lives as long as its connection; closing it would end the query.
        var unused = client.<K, V>cache(cache).query(query, this::again);
    }

    /** Listens to those changes of a cache that a filter on the nodes passes on. */
    final void listen(
            IgniteClient client,
            String cache,
            Factory<? extends CacheEntryEventFilter<Object, Object>> which,
            S signal) {
        ContinuousQuery<Object, Object> query = new ContinuousQuery<>();
        query.setRemoteFilterFactory(which);
        query.setLocalListener(events -> events.forEach(event -> emit(signal)));
        // As above.
        var unused = client.cache(cache).query(query, this::again);
    }

    private void again(Exception reason) {
        if (running && grid.reachable()) {
            LOG.info("Interrupted; listening again. what={} reason={}", what, reason.toString());
            synchronized (lost) {
                lost.tryEmitNext(true);
            }
        }
    }

    /** Listeners run on many threads, and a sink takes one at a time. */
    private void emit(S signal) {
        synchronized (signals) {
            signals.tryEmitNext(signal);
        }
    }
}
