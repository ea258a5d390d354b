package io.nqba.console.grid;

import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What changes the risk of somebody: prices of a universe, orders, limits. Says only that something changed, never what it is now;
 * so nothing depends on signals being complete or sent once.
 */
@Component
class FinanceFeed extends ChangeFeed<FinanceFeed.Signal> {
    /**
     * Something that changed.
     *
     * @param book whose risk it concerns; null with the portfolio when it may be any
     * @param portfolio whose risk it concerns; null for a book as such
     */
    record Signal(@Nullable String book, @Nullable String portfolio) {
        private static final Signal ANY = new Signal(null, null);

        private boolean concerns(RiskScope scope, String subjectId) {
            String named = scope == RiskScope.BOOK ? book : portfolio;
            return (book == null && portfolio == null) || subjectId.equals(named);
        }
    }

    FinanceFeed(GridConnection grid) {
        super(grid, "prices, orders and limits", Signal.ANY);
    }

    /** Emits when something changed that may concern a book or portfolio. Never ends. */
    Flux<Boolean> of(RiskScope scope, String subjectId) {
        return signals()
                .filter(signal -> signal.concerns(scope, subjectId))
                .map(signal -> true)
                .onBackpressureLatest();
    }

    @Override
    void register(IgniteClient client) {
        this.<String, Universe>listen(client, CacheNames.UNIVERSE, change -> Signal.ANY);
        this.<OrderKey, Order>listen(
                client,
                CacheNames.PAPER_ORDER,
                order -> new Signal(order.row().bookId(), order.key().portfolioId()));
        this.<String, RiskLimit>listen(
                client,
                CacheNames.RISK_LIMIT,
                limit -> limit.row().scope() == RiskScope.BOOK
                        ? new Signal(limit.row().subjectId(), null)
                        : new Signal(null, limit.row().subjectId()));
    }
}
