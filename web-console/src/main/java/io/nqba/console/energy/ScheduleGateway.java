package io.nqba.console.energy;

import io.nqba.console.paging.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about the answers of energy runs. Nothing here blocks. When the grid does not
 * answer, each call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface ScheduleGateway {
    /** Completes empty while the run has no answer, or when it is unknown. */
    Mono<ProfileView> profile(String runId);

    /**
     * Lists the schedule of a run by site and time.
     *
     * @param siteId only of this site, or null for all
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<ScheduleView>> schedules(String runId, @Nullable String siteId, @Nullable String cursor, int limit);

    /**
     * Lists what a run does for each site, by site id.
     *
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<SiteResultView>> siteResults(String runId, @Nullable String cursor, int limit);

    /** Completes empty while the run has no answer for the site, or when either is unknown. */
    Mono<SiteResultView> siteResult(String runId, String siteId);

    /**
     * Lists what flexible devices draw under a run, by site, device and time.
     *
     * @param siteId only of this site, or null for all
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<DeviceScheduleView>> devices(String runId, @Nullable String siteId, @Nullable String cursor, int limit);
}
