package io.nqba.console.platform;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The state of the grid. Nothing here blocks. */
public interface GridStatusGateway {
    /** Returns nodes and caches as they are now. Fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}. */
    Mono<GridStatusView> status();

    /**
     * Starts with the state as it is and goes on with what happens; never ends and never fails, a lost grid is an event
     * as well. However many listen, the grid is asked once per tick; nobody listens, nobody asks.
     */
    Flux<GridEvent> events();

    /** Returns whether the grid answered the last heartbeat. Does not ask. */
    boolean reachable();

    /** Emits whether the grid is reachable: now, and at each change. Never ends. */
    Flux<Boolean> reachability();
}
