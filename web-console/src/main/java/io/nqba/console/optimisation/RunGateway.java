package io.nqba.console.optimisation;

import io.nqba.console.paging.Page;
import io.nqba.model.optimisation.SubmitRun;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about runs. Nothing here blocks. When the grid does not answer, each call fails
 * with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface RunGateway {
    /**
     * Queues a run. Submitting the same run id again changes nothing and returns the run as it stands. Fails with the
     * node's refusal: {@code INVALID_PROBLEM}, {@code DATA_SET_NOT_FOUND}, {@code RUN_QUEUE_FULL}.
     */
    Mono<RunView> submit(SubmitRun submission);

    /** Completes empty when the run is unknown. */
    Mono<RunView> find(String runId);

    /** Lists runs, newest first. */
    Mono<Page<RunView>> list(RunQuery query);

    /** Asks a run to stop and keep its best answer; an ended run stays as it is. Fails with {@code RUN_NOT_FOUND}. */
    Mono<RunView> cancel(String runId);

    /** Returns the steps after {@code afterSequence} that are stored now, in order. */
    Flux<RunEvent> history(String runId, long afterSequence);

    /**
     * Replays the steps after {@code afterSequence}, then follows live ones in order and without gaps; completes after
     * the terminal one. Rides over a lost grid: it falls silent and goes on where it stopped. Fails with {@code
     * RUN_NOT_FOUND}.
     */
    Flux<RunEvent> events(String runId, long afterSequence);
}
