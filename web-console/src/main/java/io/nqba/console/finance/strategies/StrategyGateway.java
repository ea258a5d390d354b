package io.nqba.console.finance.strategies;

import io.nqba.console.paging.Page;
import io.nqba.model.finance.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Strategies and their backtests, wherever they are kept. */
public interface StrategyGateway {
    /** Lists strategies by id. */
    Mono<Page<StrategyView>> list(@Nullable String cursor, int limit);

    /** Completes empty when there is none. */
    Mono<StrategyView> find(String id);

    /** Stores a new strategy; fails with {@code CONFLICT} when its id is taken, with {@code INVALID_REQUEST} for an unknown universe. */
    Mono<StrategyView> create(Strategy strategy);

    /**
     * Replaces a strategy; the stored one gets the next revision.
     *
     * @param expected revision that the change is based on; fails with {@code CONFLICT} when it is another one
     */
    Mono<StrategyView> replace(Strategy strategy, long expected);

    /** Removes a strategy; its backtests stay. Fails as {@link #replace} does. */
    Mono<Void> remove(String id, long expected);

    /** What the last backtest of a strategy wants to hold, by instrument. */
    Mono<List<SignalView>> signals(String id);

    /** Lists backtests, newest first. */
    Mono<Page<BacktestRow>> backtests(@Nullable String strategyId, @Nullable String cursor, int limit);

    /** Completes empty before the run has a result. */
    Mono<BacktestView> backtest(String runId);

    /** The curve of a backtest, oldest first; empty before the run has a result. */
    Mono<List<EquityView>> curve(String runId);
}
