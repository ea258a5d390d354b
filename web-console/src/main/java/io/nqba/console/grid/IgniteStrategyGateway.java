package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.finance.strategies.BacktestRow;
import io.nqba.console.finance.strategies.BacktestView;
import io.nqba.console.finance.strategies.EquityView;
import io.nqba.console.finance.strategies.SignalView;
import io.nqba.console.finance.strategies.StrategyGateway;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.Strategy;
import io.nqba.model.grid.CacheNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Strategies by key, their backtests by SQL. A change compares the stored row with the one it was based on. */
@Component
class IgniteStrategyGateway implements StrategyGateway {
    private static final String ROW_COLUMNS =
            "SELECT RUN_ID, STRATEGY_ID, STRATEGY_NAME, UNIVERSE_ID, FROM_DAY, TO_DAY, SHARPE, ANNUAL_GROWTH, EQUAL_SHARPE,"
                    + " EQUAL_GROWTH, TRIES_IN_ALL, DEFLATED_SHARPE, FINISHED_MILLIS FROM BACKTEST_RUN WHERE 1 = 1";

    private final GridConnection grid;
    private final GridSql sql;

    IgniteStrategyGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Page<StrategyView>> list(@Nullable String cursor, int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        return sql.rows(
                        "SELECT STRATEGY_ID FROM STRATEGY WHERE STRATEGY_ID > ? ORDER BY STRATEGY_ID LIMIT ?",
                        last.isEmpty() ? "" : last.get(0),
                        limit + 1)
                .flatMap(this::inOrder)
                .map(found -> Page.of(found, limit, view -> Cursor.after(view.id())));
    }

    private Mono<List<StrategyView>> inOrder(List<List<?>> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(text(row, 0)));
        return grid.<Map<String, Strategy>>call(client -> cache(client).getAllAsync(ids))
                .map(found -> ids.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(BacktestViews::of)
                        .toList());
    }

    @Override
    public Mono<StrategyView> find(String id) {
        return stored(id).map(BacktestViews::of);
    }

    @Override
    public Mono<StrategyView> create(Strategy strategy) {
        return known(strategy.universeId())
                .then(grid.call(client -> cache(client).putIfAbsentAsync(strategy.strategyId(), strategy)))
                .flatMap(stored -> stored
                        ? Mono.just(BacktestViews.of(strategy))
                        : Mono.error(new NqbaException(
                                ErrorCode.CONFLICT,
                                "There is a strategy with id (%s) already.".formatted(strategy.strategyId()),
                                "Choose another id, or send the ETag of the stored one in If-Match to change it.")));
    }

    @Override
    public Mono<StrategyView> replace(Strategy strategy, long expected) {
        return known(strategy.universeId())
                .then(based(strategy.strategyId(), expected))
                .flatMap(before -> {
                    var next = new Strategy(
                            strategy.strategyId(),
                            strategy.name(),
                            strategy.kind(),
                            strategy.universeId(),
                            strategy.parameters(),
                            before.revision() + 1,
                            strategy.changedBy(),
                            strategy.changedMillis());
                    return grid.call(client -> cache(client).replaceAsync(strategy.strategyId(), before, next))
                            .flatMap(replaced -> replaced
                                    ? Mono.just(BacktestViews.of(next))
                                    : Mono.error(changed(strategy.strategyId(), expected)));
                });
    }

    @Override
    public Mono<Void> remove(String id, long expected) {
        return based(id, expected)
                .flatMap(before -> grid.call(client -> cache(client).removeAsync(id, before)))
                .flatMap(removed -> removed ? Mono.<Void>empty() : Mono.error(changed(id, expected)));
    }

    private Mono<Strategy> based(String id, long expected) {
        return stored(id)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no strategy with id (%s).".formatted(id),
                        "Check the id; GET /api/v1/goliath/strategies lists them.")))
                .flatMap(before ->
                        before.revision() == expected ? Mono.just(before) : Mono.error(changed(id, expected)));
    }

    private static NqbaException changed(String id, long expected) {
        return new NqbaException(
                ErrorCode.CONFLICT,
                "The strategy (%s) was changed after revision %d.".formatted(id, expected),
                "Read it again and repeat the change on its newest revision.");
    }

    private Mono<Void> known(String universeId) {
        return grid.call(client -> client.cache(CacheNames.UNIVERSE).containsKeyAsync(universeId))
                .flatMap(found -> {
                    if (found) {
                        return Mono.empty();
                    }
                    String problem = "There is no universe with id (%s).".formatted(universeId);
                    String remedy = "Use one of GET /api/v1/goliath/universes, or load prices.";
                    return Mono.error(new NqbaException(
                            ErrorCode.INVALID_REQUEST,
                            problem,
                            remedy,
                            List.of(new FieldProblem("universeId", universeId, problem, remedy)),
                            null));
                });
    }

    @Override
    public Mono<List<SignalView>> signals(String id) {
        // Those of the newest day that any backtest of the strategy decided on.
        return sql.rows(
                        "SELECT INSTRUMENT_ID, TRADING_DAY, WEIGHT, RUN_ID FROM SIGNAL WHERE STRATEGY_ID = ? AND RUN_ID ="
                                + " (SELECT RUN_ID FROM BACKTEST_RUN WHERE STRATEGY_ID = ? ORDER BY FINISHED_MILLIS DESC"
                                + " LIMIT 1) ORDER BY INSTRUMENT_ID, TRADING_DAY",
                        id,
                        id)
                .map(rows -> rows.stream()
                        .map(row -> new SignalView(text(row, 0), day(row, 1), number(row, 2), text(row, 3)))
                        .toList());
    }

    @Override
    public Mono<Page<BacktestRow>> backtests(@Nullable String strategyId, @Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        if (strategyId != null) {
            where.append(" AND STRATEGY_ID = ?");
            arguments.add(strategyId);
        }
        List<String> last = Cursor.parse(cursor, 2);
        if (!last.isEmpty()) {
            long finished = Cursor.number(Objects.requireNonNull(cursor), last.get(0));
            where.append(" AND (FINISHED_MILLIS < ? OR (FINISHED_MILLIS = ? AND RUN_ID > ?))");
            arguments.addAll(List.of(finished, finished, last.get(1)));
        }
        arguments.add(limit + 1);
        return sql.rows(ROW_COLUMNS + where + " ORDER BY FINISHED_MILLIS DESC, RUN_ID LIMIT ?", arguments.toArray())
                .map(rows -> rows.stream().map(IgniteStrategyGateway::row).toList())
                .map(found -> Page.of(
                        found,
                        limit,
                        row -> Cursor.after(Long.toString(row.finishedAt().toEpochMilli()), row.runId())));
    }

    private static BacktestRow row(List<?> row) {
        return new BacktestRow(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                day(row, 4),
                day(row, 5),
                number(row, 6),
                number(row, 7),
                number(row, 8),
                number(row, 9),
                whole(row, 10),
                number(row, 11),
                Instant.ofEpochMilli(whole(row, 12)));
    }

    @Override
    public Mono<BacktestView> backtest(String runId) {
        return grid.call(client -> client.<String, BacktestRun>cache(CacheNames.BACKTEST_RUN)
                        .getAsync(runId))
                .map(BacktestViews::of);
    }

    @Override
    public Mono<List<EquityView>> curve(String runId) {
        return sql.rows(
                        "SELECT TRADING_DAY, WEALTH, EQUAL_WEIGHT, DRAWDOWN, EQUAL_DRAWDOWN FROM EQUITY_POINT"
                                + " WHERE RUN_ID = ? ORDER BY TRADING_DAY",
                        runId)
                .map(rows -> rows.stream()
                        .map(row -> new EquityView(
                                day(row, 0), number(row, 1), number(row, 2), number(row, 3), number(row, 4)))
                        .toList());
    }

    private Mono<Strategy> stored(String id) {
        return grid.call(client -> cache(client).getAsync(id));
    }

    private static ClientCache<String, Strategy> cache(IgniteClient client) {
        return client.cache(CacheNames.STRATEGY);
    }

    private static LocalDate day(List<?> row, int column) {
        return LocalDate.ofEpochDay(whole(row, column));
    }
}
