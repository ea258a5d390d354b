package io.nqba.console.grid;

import io.nqba.console.sales.RewriteGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RewriteReport;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a task on a node change rows together: a thin client's own transaction would hold a thread here for its whole life. */
@Component
class IgniteRewriteGateway implements RewriteGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteRewriteGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<RewriteReport> rewrite(RewriteOrder order) {
        return grid.task(TaskNames.REWRITE_ROWS, order);
    }

    @Override
    public Mono<Long> referring(String cache, String column, String value) {
        return sql.rows("SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(GridSql.table(cache), column), value)
                .map(rows -> GridSql.whole(rows.get(0), 0));
    }

    @Override
    public <V> Mono<Map<String, V>> rows(SalesTable<String, V> table, String column, String value) {
        return sql.rows(
                        "SELECT %s FROM %s WHERE %s = ? LIMIT ?"
                                .formatted(table.idColumn(), GridSql.table(table.cache()), column),
                        value,
                        RewriteOrder.MOST_ROWS + 1)
                .flatMap(rows -> {
                    Set<String> keys = rows.stream()
                            .map(row -> GridSql.text(row, 0))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
                    return keys.isEmpty()
                            ? Mono.just(Map.<String, V>of())
                            : grid.<Map<String, V>>call(client ->
                                    client.<String, V>cache(table.cache()).getAllAsync(keys));
                });
    }

    @Override
    public Mono<Map<StageHistoryKey, StageHistory>> stepRows(String opportunityId) {
        return sql.rows("SELECT SEQUENCE FROM STAGE_HISTORY WHERE OPPORTUNITY_ID = ?", opportunityId)
                .flatMap(rows -> {
                    Set<StageHistoryKey> keys = rows.stream()
                            .map(row -> new StageHistoryKey(opportunityId, (int) GridSql.whole(row, 0)))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
                    return keys.isEmpty()
                            ? Mono.just(Map.<StageHistoryKey, StageHistory>of())
                            : grid.<Map<StageHistoryKey, StageHistory>>call(
                                    client -> client.<StageHistoryKey, StageHistory>cache(CacheNames.STAGE_HISTORY)
                                            .getAllAsync(keys));
                });
    }
}
