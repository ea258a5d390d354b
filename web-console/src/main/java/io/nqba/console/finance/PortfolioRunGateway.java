package io.nqba.console.finance;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about the answers of portfolio runs. Nothing here blocks. When the grid does not answer, each call
 * fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface PortfolioRunGateway {
    /** Completes empty when there is no such portfolio. */
    Mono<PortfolioHead> head(String portfolioId);

    /** Completes empty while the run has no answer, or when it is unknown. */
    Mono<ProposalView> proposal(String runId);

    /** Returns the points of the frontier that are found, in order of their return. */
    Flux<FrontierPointView> frontier(String runId);
}
