package io.nqba.console.energy;

import io.nqba.console.paging.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about places. Nothing here blocks. When the grid does not answer, each call fails
 * with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface SiteGateway {
    /** Returns all districts by name; empty before any data is loaded. */
    Mono<List<DistrictView>> districts();

    /** Completes empty when the district is unknown. */
    Mono<DistrictView> district(String districtId);

    /** Lists sites by name, with their assets. */
    Mono<Page<SiteView>> sites(SiteQuery query);

    /** Completes empty when the site is unknown. */
    Mono<SiteView> site(String siteId);

    /**
     * Lists readings of a site, oldest first.
     *
     * @param from inclusive
     * @param to exclusive
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<ReadingView>> readings(String siteId, Instant from, Instant to, @Nullable String cursor, int limit);
}
