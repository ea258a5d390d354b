package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.grid.KeysetQuery.Sort;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.DealLine;
import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.PipelineQuery;
import io.nqba.console.sales.StageTotal;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Account;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The pipeline by SQL. */
@Component
class IgnitePipelineGateway implements PipelineGateway {
    /** Of a deal that is not won: what was offered last, else the list price of its product. */
    private static final String WORTH =
            "CASE WHEN O.STAGE = ? THEN O.AMOUNT WHEN O.OFFER > 0 THEN O.OFFER" + " ELSE COALESCE(P.LIST_PRICE, 0) END";

    private static final String FROM = " FROM OPPORTUNITY O LEFT JOIN PRODUCT P ON P.PRODUCT_ID = O.PRODUCT_ID";
    private static final String LINES = "SELECT * FROM (SELECT O.OPPORTUNITY_ID, O.ACCOUNT_ID, O.PRODUCT_ID, O.REP_ID,"
            + " CAST(O.STAGE AS VARCHAR) AS STAGE, O.ENGAGE_DAY, O.CLOSE_DAY, " + WORTH + " AS WORTH, O.REVISION" + FROM
            + ") D";
    /** Chances move slowly: a few seconds old is new. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final GridConnection grid;
    private final GridSql sql;
    private final Mono<DealChances> chances;

    IgnitePipelineGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
        this.chances = sql.rows(DealChances.CLOSED, DealStage.WON, DealStage.LOST)
                .map(DealChances::of)
                .cache(known -> FRESH, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<List<StageTotal>> totals(PipelineQuery query) {
        List<Object> arguments = new ArrayList<>(List.of(
                DealStage.WON, DealStage.PROSPECTING, DealStage.ENGAGING, query.closedSinceDay(), Opportunity.NOT_YET));
        StringBuilder statement =
                new StringBuilder("SELECT CAST(O.STAGE AS VARCHAR), O.REP_ID, O.PRODUCT_ID, COUNT(*), SUM("
                        + WORTH + ")" + FROM
                        + " WHERE (O.STAGE = ? OR O.STAGE = ? OR (O.CLOSE_DAY >= ? AND O.CLOSE_DAY < ?))");
        and(statement, arguments, "O.REP_ID", query.repId());
        and(statement, arguments, "O.PRODUCT_ID", query.productId());
        statement.append(" GROUP BY O.STAGE, O.REP_ID, O.PRODUCT_ID");
        return Mono.zip(sql.rows(statement.toString(), arguments.toArray()), chances)
                .map(both -> Arrays.stream(DealStage.values())
                        .map(stage -> total(stage, both.getT1(), both.getT2()))
                        .toList());
    }

    private static void and(StringBuilder statement, List<Object> arguments, String column, @Nullable String value) {
        if (value != null) {
            statement.append(" AND ").append(column).append(" = ?");
            arguments.add(value);
        }
    }

    private static StageTotal total(DealStage stage, List<List<?>> rows, DealChances chances) {
        long deals = 0;
        double amount = 0;
        double weighted = 0;
        for (List<?> row : rows) {
            if (text(row, 0).equals(stage.name())) {
                deals += whole(row, 3);
                amount += number(row, 4);
                weighted += number(row, 4) * chance(stage, text(row, 1), text(row, 2), chances);
            }
        }
        return new StageTotal(stage, deals, amount, weighted);
    }

    private static double chance(DealStage stage, String repId, String productId, DealChances chances) {
        return switch (stage) {
            case PROSPECTING, ENGAGING -> chances.of(repId, productId);
            case WON -> 1;
            case LOST -> 0;
        };
    }

    @Override
    public Mono<Page<DealLine>> deals(DealStage stage, PipelineQuery query, @Nullable String cursor, int limit) {
        boolean open = stage == DealStage.PROSPECTING || stage == DealStage.ENGAGING;
        return chances.flatMap(known -> {
                    var lines = new KeysetQuery<DealLine>(LINES, DealStage.WON)
                            .and("D.STAGE = ?", stage.name())
                            .equal("D.REP_ID", query.repId())
                            .equal("D.PRODUCT_ID", query.productId());
                    if (!open) {
                        lines.and("D.CLOSE_DAY >= ?", query.closedSinceDay());
                    }
                    return lines.page(
                            sql,
                            open
                                    ? Sort.number("D.WORTH", DealLine::amount)
                                    : Sort.number("D.CLOSE_DAY", deal -> (double) dayOf(deal.closeDay())),
                            true,
                            Sort.text("D.OPPORTUNITY_ID", DealLine::id),
                            cursor,
                            limit,
                            row -> line(row, known));
                })
                .flatMap(page -> named(page.items()).map(items -> new Page<>(items, page.next())));
    }

    @Override
    public Mono<DealLine> deal(String id) {
        return chances.flatMap(known -> sql.rows(LINES + " WHERE D.OPPORTUNITY_ID = ?", DealStage.WON, id)
                        .map(rows -> rows.stream().map(row -> line(row, known)).toList()))
                .flatMap(this::named)
                .flatMap(deals -> deals.isEmpty() ? Mono.empty() : Mono.just(deals.get(0)));
    }

    @Override
    public Mono<List<DealLine>> ofAccount(String accountId, int limit) {
        return chances.flatMap(known -> sql.rows(
                        LINES + " WHERE D.ACCOUNT_ID = ? ORDER BY D.ENGAGE_DAY DESC, D.OPPORTUNITY_ID LIMIT ?",
                        DealStage.WON,
                        accountId,
                        limit)
                .map(rows -> rows.stream().map(row -> line(row, known)).toList()));
    }

    private static DealLine line(List<?> row, DealChances chances) {
        DealStage stage = DealStage.valueOf(text(row, 4));
        String account = text(row, 1);
        String rep = text(row, 3);
        return new DealLine(
                text(row, 0),
                account.isEmpty() ? null : account,
                null,
                text(row, 2),
                rep.isEmpty() ? null : rep,
                stage,
                day(whole(row, 5)),
                day(whole(row, 6)),
                number(row, 7),
                chance(stage, rep, text(row, 2), chances),
                whole(row, 8));
    }

    private static @Nullable LocalDate day(long day) {
        return day == Opportunity.NOT_YET ? null : LocalDate.ofEpochDay(day);
    }

    private static long dayOf(@Nullable LocalDate day) {
        return day == null ? Opportunity.NOT_YET : day.toEpochDay();
    }

    /** Accounts lie on other nodes than deals: their names are read by key. */
    private Mono<List<DealLine>> named(List<DealLine> deals) {
        Set<String> ids = deals.stream()
                .map(DealLine::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            return Mono.just(deals);
        }
        return grid.<Map<String, Account>>call(client ->
                        client.<String, Account>cache(CacheNames.ACCOUNT).getAllAsync(ids))
                .map(accounts -> deals.stream()
                        .map(deal -> {
                            Account account = deal.accountId() == null ? null : accounts.get(deal.accountId());
                            return account == null ? deal : deal.with(account.name());
                        })
                        .toList());
    }
}
