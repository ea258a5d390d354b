package io.nqba.console.finance;

import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressRequest;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Risk, measured next to the data. Nothing here blocks. When the grid does not answer, each call fails with {@code GRID_UNREACHABLE} or
 * {@code GRID_TIMEOUT}.
 */
public interface RiskGateway {
    /** Returns all books, then portfolios by name, at most {@code limit}. */
    Mono<List<SubjectView>> subjects(int limit);

    /** Measures the risk of a book or portfolio. */
    Mono<RiskReport> report(RiskQuery query);

    /** Measures the portfolios of a book one by one. */
    Mono<BookRiskReport> byPortfolio(BookRiskQuery query);

    /** Returns what shocks would do. */
    Mono<StressOutcome> stress(StressRequest request);

    /**
     * Emits a number that grows whenever prices, orders, limits or holdings of a book or portfolio may have changed; once at the
     * beginning. Never ends.
     */
    Flux<Long> changes(RiskScope scope, String subjectId);
}
