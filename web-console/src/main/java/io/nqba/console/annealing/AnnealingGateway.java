package io.nqba.console.annealing;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What annealing runs leave in the grid beside what every run does. Nothing here blocks. When the grid does not answer, each
 * call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface AnnealingGateway {
    /** Returns the best answer so far; completes empty before there is one. */
    Mono<SolutionView> solution(String runId);

    /** Returns the rounds after {@code afterRound} that are stored now, in order. */
    Flux<RoundView> rounds(String runId, int afterRound);
}
