package io.nqba.console.stream;

import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What every live stream has: it opens at once, beats, and ends when the console stops, so that a stop need not wait. */
@Component
public class LiveStream {
    /** Shorter than the 30 s after which proxies commonly drop a silent line. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** When a browser that lost the line tries again. */
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final Sinks.Empty<Void> closed = Sinks.empty();

    /** Returns the events with an opening comment and a heartbeat; ends with the events. */
    public <T> Flux<ServerSentEvent<T>> of(Flux<ServerSentEvent<T>> events) {
        // Without a first byte the browser does not know that the stream is open.
        Flux<ServerSentEvent<T>> opening = Flux.just(
                ServerSentEvent.<T>builder().comment("open").retry(RECONNECT).build());
        return opening.concatWith(beating(events)).takeUntilOther(closed.asMono());
    }

    /** A plain merge would never end, because the heartbeat does not: so it stops with the events. */
    private static <T> Flux<ServerSentEvent<T>> beating(Flux<ServerSentEvent<T>> events) {
        return events.publish(live -> {
            Flux<ServerSentEvent<T>> heartbeat = Flux.interval(HEARTBEAT)
                    .onBackpressureDrop()
                    .map(tick -> ServerSentEvent.<T>builder().comment("alive").build());
            return live.mergeWith(heartbeat.takeUntilOther(live.ignoreElements()));
        });
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed.tryEmitEmpty();
    }
}
