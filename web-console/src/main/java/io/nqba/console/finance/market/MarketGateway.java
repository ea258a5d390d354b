package io.nqba.console.finance.market;

import io.nqba.model.finance.MarketReport;
import java.util.List;
import reactor.core.publisher.Mono;

/** The state of markets, wherever it is made. */
public interface MarketGateway {
    /** Fails with {@code INVALID_PROBLEM} for an unknown universe or one with too few prices. */
    Mono<MarketReport> report(String universeId);

    /** Lists universes by name. */
    Mono<List<Market>> markets();

    /** A universe to choose. */
    record Market(String universeId, String name, String currency) {}
}
