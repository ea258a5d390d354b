package io.nqba.console.energy;

import io.nqba.console.paging.Page;
import io.nqba.model.energy.DemandResponseEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Demand-response events. Nothing here blocks. When the grid does not answer, each call fails with {@code
 * GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface DemandResponseGateway {
    /**
     * Lists events, latest start first.
     *
     * @param districtId only of this district, or null for all
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<DemandResponseView>> events(@Nullable String districtId, @Nullable String cursor, int limit);

    /** Stores an event; fails with {@code CONFLICT} when its id is taken by another one. */
    Mono<DemandResponseView> create(DemandResponseEvent event);
}
