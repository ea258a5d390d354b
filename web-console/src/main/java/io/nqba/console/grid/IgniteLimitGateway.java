package io.nqba.console.grid;

import io.nqba.console.finance.LimitGateway;
import io.nqba.console.finance.LimitView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Risk limits, in their replicated cache; a change compares with what was read. */
@Component
class IgniteLimitGateway implements LimitGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteLimitGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Page<LimitView>> limits(@Nullable String subjectId, @Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (subjectId != null) {
            where.append(" AND SUBJECT_ID = ?");
            arguments.add(subjectId);
        }
        List<String> last = Cursor.parse(cursor, 1);
        if (!last.isEmpty()) {
            where.append(" AND LIMIT_ID > ?");
            arguments.add(last.get(0));
        }
        arguments.add(limit + 1);
        return sql.rows(
                        "SELECT _VAL FROM RISK_LIMIT WHERE " + where + " ORDER BY LIMIT_ID LIMIT ?",
                        arguments.toArray())
                .map(rows -> rows.stream()
                        .map(row -> LimitView.of((RiskLimit) row.get(0)))
                        .toList())
                .map(rows -> Page.of(rows, limit, view -> Cursor.after(view.id())));
    }

    @Override
    public Mono<RiskLimit> find(String limitId) {
        return grid.call(client -> cache(client).getAsync(limitId));
    }

    @Override
    public Mono<Boolean> knows(RiskScope scope, String subjectId) {
        String cache = scope == RiskScope.BOOK ? CacheNames.BOOK : CacheNames.PORTFOLIO;
        return grid.call(client -> client.<String, Object>cache(cache).containsKeyAsync(subjectId));
    }

    @Override
    public Mono<Boolean> create(RiskLimit limit) {
        return grid.call(client -> cache(client).putIfAbsentAsync(limit.limitId(), limit));
    }

    @Override
    public Mono<Boolean> replace(RiskLimit expected, RiskLimit limit) {
        return grid.call(client -> cache(client).replaceAsync(limit.limitId(), expected, limit));
    }

    @Override
    public Mono<Boolean> remove(RiskLimit expected) {
        return grid.call(client -> cache(client).removeAsync(expected.limitId(), expected));
    }

    private static ClientCache<String, RiskLimit> cache(IgniteClient client) {
        return client.cache(CacheNames.RISK_LIMIT);
    }
}
