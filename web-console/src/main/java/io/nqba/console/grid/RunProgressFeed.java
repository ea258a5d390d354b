package io.nqba.console.grid;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.RunProgress;
import io.nqba.model.optimisation.RunProgressKey;
import java.time.Duration;
import org.apache.ignite.cache.query.ContinuousQuery;
import org.apache.ignite.client.ClientCache;
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
 * The one continuous query of this console on run progress, fanned out to whoever listens. Best effort by design: a slow
 * listener misses signals and sees so by the sequence of the next one, and after each reconnection everybody is told to
 * catch up from the cache.
 */
@Component
class RunProgressFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunProgressFeed.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    /**
     * Something to look at.
     *
     * @param key the step that happened, or null when any may have
     * @param step the step, or null with the key
     */
    record Signal(@Nullable RunProgressKey key, @Nullable RunProgress step) {
        static final Signal CATCH_UP = new Signal(null, null);

        boolean concerns(String runId) {
            return key == null || key.runId().equals(runId);
        }
    }

    private final GridConnection grid;
    private final Sinks.Many<Signal> signals = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<Boolean> lost = Sinks.many().multicast().directBestEffort();
    private final Disposable.Swap registering = Disposables.swap();
    private volatile boolean running;

    RunProgressFeed(GridConnection grid) {
        this.grid = grid;
    }

    /** Emits what concerns the run. Never ends. */
    Flux<Signal> of(String runId) {
        return signals.asFlux().filter(signal -> signal.concerns(runId));
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
                        .doOnSuccess(done -> emit(Signal.CATCH_UP))
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
        ClientCache<RunProgressKey, RunProgress> cache = client.cache(CacheNames.RUN_PROGRESS);
        ContinuousQuery<RunProgressKey, RunProgress> query = new ContinuousQuery<>();
        query.setLocalListener(events -> events.forEach(event -> emit(new Signal(event.getKey(), event.getValue()))));
        // The cursor lives as long as its connection; closing it would end the query.
        var unused = cache.query(query, reason -> again(reason));
        LOG.debug("Listening to run progress.");
        return true;
    }

    private void again(Exception reason) {
        if (running && grid.reachable()) {
            LOG.info("Run progress interrupted; listening again. reason={}", reason.toString());
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
