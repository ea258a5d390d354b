package io.nqba.model.grid;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.cache.configuration.Factory;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryEventFilter;

/**
 * Passes on at most one event in {@link #PAUSE} of each node. For listeners that only want to know that rows changed: what they hear
 * of may be a pause old, so they look once more after one.
 */
public final class FewEvents implements CacheEntryEventFilter<Object, Object>, Serializable {
    /** Shortest time between two events of a node. */
    public static final Duration PAUSE = Duration.ofMillis(250);

    /** Makes one for each node. */
    public static final Factory<FewEvents> FACTORY = new Maker();

    private static final long serialVersionUID = 1;

    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime() - PAUSE.toNanos());

    private static final class Maker implements Factory<FewEvents> {
        private static final long serialVersionUID = 1;

        @Override
        public FewEvents create() {
            return new FewEvents();
        }
    }

    @Override
    public boolean evaluate(CacheEntryEvent<?, ?> event) {
        long now = System.nanoTime();
        long last = lastNanos.get();
        return now - last >= PAUSE.toNanos() && lastNanos.compareAndSet(last, now);
    }
}
