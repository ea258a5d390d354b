package io.nqba.console.grid;

import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import java.time.Duration;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * The continuous queries of this console on what changes the risk of somebody: prices of a universe, orders, limits. Says only that
 * something changed, never what it is now; so nothing depends on signals being complete or sent once.
 */
@Component
class FinanceFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FinanceFeed.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    /**
     * Something that changed.
     *
     * @param book whose risk it concerns; null with the portfolio when it may be any
     * @param portfolio whose risk it concerns; null for a book as such
     */
    private record Signal(@Nullable String book, @Nullable String portfolio) {
        static final Signal ANY = new Signal(null, null);

        boolean concerns(RiskScope scope, String subjectId) {
            String named = scope == RiskScope.BOOK ? book : portfolio;
            return (book == null && portfolio == null) || subjectId.equals(named);
        }
    }

    private final GridConnection grid;
    private final Sinks.Many<Signal> signals = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<Boolean> lost = Sinks.many().multicast().directBestEffort();
    private final Disposable.Swap registering = Disposables.swap();
    private volatile boolean running;

    FinanceFeed(GridConnection grid) {
        this.grid = grid;
    }

    /** Emits when something changed that may concern a book or portfolio. Never ends. */
    Flux<Boolean> of(RiskScope scope, String subjectId) {
        return signals.asFlux()
                .filter(signal -> signal.concerns(scope, subjectId))
                .map(signal -> true)
                .onBackpressureLatest();
    }

    @Override
    public void start() {
        running = true;
        Flux<Boolean> connected = grid.states().filter(up -> up);
        registering.update(Flux.merge(connected, lost.asFlux())
                .switchMap(again -> grid.block(this::register)
                        .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY)
                                .maxBackoff(LONGEST_RETRY)
                                .filter(error -> grid.reachable()))
                        .doOnSuccess(done -> emit(Signal.ANY))
                        .onErrorResume(error -> Mono.empty()))
                .subscribe());
    }

    @Override
    public void stop() {
        running = false;
        registering.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return GridConnection.PHASE + 1;
    }

    private Boolean register(IgniteClient client) {
        this.<String, Universe>listen(client, CacheNames.UNIVERSE, (id, universe) -> Signal.ANY);
        this.<OrderKey, Order>listen(
                client, CacheNames.PAPER_ORDER, (key, order) -> new Signal(order.bookId(), key.portfolioId()));
        this.<String, RiskLimit>listen(
                client,
                CacheNames.RISK_LIMIT,
                (id, limit) -> limit.scope() == RiskScope.BOOK
                        ? new Signal(limit.subjectId(), null)
                        : new Signal(null, limit.subjectId()));
        LOG.debug("Listening to prices, orders and limits.");
        return true;
    }

    /** How a changed row becomes a signal. */
    private interface Reading<K, V> {
        Signal of(K key, V value);
    }

    private <K, V> void listen(IgniteClient client, String cache, Reading<K, V> reading) {
        ContinuousQuery<K, V> query = new ContinuousQuery<>();
        query.setLocalListener(events -> events.forEach(event -> {
            V value = event.getValue() == null ? event.getOldValue() : event.getValue();
            emit(value == null ? Signal.ANY : reading.of(event.getKey(), value));
        }));
        // The cursor lives as long as its connection; closing it would end the query.
        var unused = client.<K, V>cache(cache).query(query, this::again);
    }

    private void again(Exception reason) {
        if (running && grid.reachable()) {
            LOG.info("Changes of prices and orders interrupted; listening again. reason={}", reason.toString());
            synchronized (lost) {
                lost.tryEmitNext(true);
            }
        }
    }

    /** Listeners run on many threads, and a sink takes one at a time. */
    private void emit(Signal signal) {
        synchronized (signals) {
            signals.tryEmitNext(signal);
        }
    }
}
