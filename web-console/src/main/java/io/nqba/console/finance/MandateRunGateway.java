package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import reactor.core.publisher.Mono;

/**
 * What the console needs from the grid about the answers of mandate runs. Nothing here blocks. When the grid does not answer, each call
 * fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface MandateRunGateway {
    /** Completes empty while the run has no answer, or when it is unknown. */
    Mono<FirmReportView> report(String runId);

    /** Lists what a run proposes for each mandate. */
    Mono<Page<MandateResultView>> results(MandateResultQuery query);

    /** Completes empty while the run has no answer for the portfolio, or when either is unknown. */
    Mono<MandateWeightsView> weights(String runId, String portfolioId);

    /** Returns what limits can name in a universe; nothing when it is unknown. */
    Mono<FirmNames> names(String universeId);
}
