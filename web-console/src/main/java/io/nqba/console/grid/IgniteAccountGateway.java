package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.grid.KeysetQuery.Sort;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.AccountGateway;
import io.nqba.console.sales.AccountLine;
import io.nqba.console.sales.AccountQuery;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Lead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts by SQL, their deals by the accounts of one page. */
@Component
class IgniteAccountGateway implements AccountGateway {
    private static final String SELECT =
            "SELECT A.ACCOUNT_ID, A.NAME, A.SECTOR, A.REGION, A.REVENUE, A.EMPLOYEES FROM ACCOUNT A";

    private final GridConnection grid;
    private final GridSql sql;

    IgniteAccountGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Page<AccountLine>> accounts(AccountQuery query) {
        return matching(query)
                .page(
                        sql,
                        sort(query.sort()),
                        query.descending(),
                        Sort.text("A.ACCOUNT_ID", AccountLine::id),
                        query.cursor(),
                        query.limit(),
                        IgniteAccountGateway::line)
                .flatMap(page -> withDeals(page.items()).map(items -> new Page<>(items, page.next())));
    }

    @Override
    public Mono<Long> count(AccountQuery query, long most) {
        return matching(query).count(sql, most);
    }

    private static KeysetQuery<AccountLine> matching(AccountQuery query) {
        return new KeysetQuery<AccountLine>(SELECT)
                .containing(query.search(), "A.ACCOUNT_ID", "A.NAME", "A.SECTOR", "A.REGION");
    }

    private static Sort<AccountLine> sort(AccountQuery.Sort sort) {
        return switch (sort) {
            case NAME -> Sort.text("A.NAME", AccountLine::name);
            case REVENUE -> Sort.number("A.REVENUE", line -> line.revenue() == null ? 0 : line.revenue());
            case EMPLOYEES -> Sort.number("A.EMPLOYEES", line -> line.employees() == null ? 0 : line.employees());
        };
    }

    private static AccountLine line(List<?> row) {
        double revenue = number(row, 4);
        long employees = whole(row, 5);
        return new AccountLine(
                text(row, 0),
                text(row, 1),
                known(text(row, 2)),
                known(text(row, 3)),
                revenue == 0 ? null : revenue,
                employees == 0 ? null : employees,
                0,
                0);
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private Mono<List<AccountLine>> withDeals(List<AccountLine> accounts) {
        if (accounts.isEmpty()) {
            return Mono.just(accounts);
        }
        List<Object> arguments = new ArrayList<>(List.of(DealStage.PROSPECTING, DealStage.ENGAGING, DealStage.WON));
        accounts.forEach(account -> arguments.add(account.id()));
        String ids = String.join(", ", Collections.nCopies(accounts.size(), "?"));
        return sql.rows(
                        "SELECT ACCOUNT_ID, SUM(CASE WHEN STAGE = ? OR STAGE = ? THEN 1 ELSE 0 END),"
                                + " SUM(CASE WHEN STAGE = ? THEN AMOUNT ELSE 0 END) FROM OPPORTUNITY"
                                + " WHERE ACCOUNT_ID IN (" + ids + ") GROUP BY ACCOUNT_ID",
                        arguments.toArray())
                .map(rows -> {
                    Map<String, List<?>> byId =
                            rows.stream().collect(Collectors.toMap(row -> text(row, 0), row -> row));
                    return accounts.stream()
                            .map(account -> {
                                List<?> deals = byId.get(account.id());
                                return deals == null ? account : account.with(whole(deals, 1), number(deals, 2));
                            })
                            .toList();
                });
    }

    @Override
    public Mono<List<Lead>> leadsOf(String nameKey, int limit) {
        if (nameKey.isEmpty()) {
            return Mono.just(List.of());
        }
        return sql.rows(
                        "SELECT LEAD_ID FROM LEAD WHERE COMPANY_KEY = ? ORDER BY CREATED_AT_MILLIS DESC, LEAD_ID LIMIT ?",
                        nameKey,
                        limit)
                .flatMap(rows -> {
                    Set<String> ids =
                            rows.stream().map(row -> text(row, 0)).collect(Collectors.toCollection(LinkedHashSet::new));
                    return ids.isEmpty()
                            ? Mono.just(List.<Lead>of())
                            : grid.<Map<String, Lead>>call(client -> client.<String, Lead>cache(CacheNames.LEAD)
                                            .getAllAsync(ids))
                                    .map(found -> ids.stream()
                                            .map(found::get)
                                            .filter(Objects::nonNull)
                                            .toList());
                });
    }
}
