package io.nqba.console.stream;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One source for all who listen: it runs from the first listener to the last, and a newcomer is told the latest event at
 * once. A listener that does not keep up misses its oldest events and holds up nobody. {@code Flux.replay} is no such
 * thing: it asks its source for more only when its slowest listener has caught up, and when that one leaves in the wrong
 * moment it asks no more, so that everybody waits for ever.
 */
public final class SharedSource<T> {
    /** Events kept for a listener that is behind. */
    static final int KEPT = 256;

    private final Flux<T> source;
    private @Nullable Line<T> current;

    /** What the listeners of one subscription to the source have in common. */
    private static final class Line<T> {
        private final Sinks.Many<T> sink = Sinks.many().replay().latest();
        private final Disposable.Swap running = Disposables.swap();
        private int listeners;
    }

    /** Subscribes to nothing yet. */
    public SharedSource(Flux<T> source) {
        this.source = source;
    }

    /** Returns the events of the source from the latest one on; ends as the source ends. */
    public Flux<T> events() {
        return Flux.using(
                this::enter,
                line -> line.sink.asFlux().onBackpressureBuffer(KEPT, BufferOverflowStrategy.DROP_OLDEST),
                this::leave);
    }

    private synchronized Line<T> enter() {
        Line<T> line = current;
        if (line == null) {
            line = begin();
        }
        line.listeners++;
        return line;
    }

    private Line<T> begin() {
        Line<T> line = new Line<>();
        current = line;
        line.running.update(source.subscribe(
                line.sink::tryEmitNext,
                error -> {
                    forget(line);
                    line.sink.tryEmitError(error);
                },
                () -> {
                    forget(line);
                    line.sink.tryEmitComplete();
                }));
        return line;
    }

    private synchronized void leave(Line<T> line) {
        line.listeners--;
        if (line.listeners == 0) {
            forget(line);
            line.running.dispose();
        }
    }

    /** Whoever comes now begins anew. */
    private synchronized void forget(Line<T> line) {
        if (current == line) {
            current = null;
        }
    }
}
