package io.nqba.console.sales.assignment;

import io.nqba.console.paging.Page;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about assignments. Nothing here blocks. When the grid does not answer, each call fails with
 * {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface AssignmentGateway {
    /** Lists who shall work on what. */
    Mono<Page<AssignmentView>> assignments(AssignmentQuery query);

    /** Assigns a new lead at once, at the prices of the last run; one that has its agent keeps it. */
    Mono<AssignmentView> assign(String leadId);

    /** Lists the agents of a run, the dearest first; empty while it has no answer. */
    Mono<List<AgentPriceView>> prices(String runId);

    /** Says whether new leads are assigned as they come: whether prices stand from a run of leads, however long ago. */
    Mono<Boolean> pricesStand();
}
