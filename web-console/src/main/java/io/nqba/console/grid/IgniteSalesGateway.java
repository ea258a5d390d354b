package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.grid.KeysetQuery.Sort;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.LeadQuery;
import io.nqba.console.sales.OpportunityQuery;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.console.sales.ScoredLead;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.Contact;
import io.nqba.model.sales.ContactKey;
import io.nqba.model.sales.ErasureOrder;
import io.nqba.model.sales.ErasureReport;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadScore;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of sales: which ones by SQL, the rows themselves by key. */
@Component
class IgniteSalesGateway implements SalesGateway {
    private static final SalesTable<StageHistoryKey, StageHistory> STEPS =
            new SalesTable<>(StageHistoryKey.class, CacheNames.STAGE_HISTORY, "step", "", "", "", step -> 1);

    private final GridConnection grid;
    private final GridSql sql;

    IgniteSalesGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public <K, V> Mono<V> find(SalesTable<K, V> table, K key) {
        return grid.call(client -> cache(client, table).getAsync(key));
    }

    @Override
    public <K, V> Mono<Boolean> create(SalesTable<K, V> table, K key, V row) {
        return grid.call(client -> cache(client, table).putIfAbsentAsync(key, row));
    }

    @Override
    public <K, V> Mono<Boolean> replace(SalesTable<K, V> table, K key, V before, V row) {
        return grid.call(client -> cache(client, table).replaceAsync(key, before, row));
    }

    @Override
    public <K, V> Mono<Boolean> remove(SalesTable<K, V> table, K key, V before) {
        return grid.call(client -> cache(client, table).removeAsync(key, before));
    }

    @Override
    public <V> Mono<Page<V>> list(
            SalesTable<String, V> table, @Nullable String search, @Nullable String cursor, int limit) {
        Filter filter = new Filter();
        List<String> last = Cursor.parse(cursor, 1);
        if (!last.isEmpty()) {
            filter.add(table.idColumn() + " > ?", last.get(0));
        }
        filter.search(search, table.idColumn(), table.nameColumn());
        return sql.rows(
                        "SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT ?"
                                .formatted(
                                        table.idColumn(),
                                        GridSql.table(table.cache()),
                                        filter.where(),
                                        table.idColumn()),
                        filter.with(limit + 1))
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList())
                .map(ids -> Page.of(ids, limit, Cursor::after))
                .flatMap(ids -> rows(table, ids.items()).map(found -> new Page<>(found, ids.next())));
    }

    @Override
    public Mono<Page<ScoredLead>> leads(LeadQuery query) {
        return matching(
                        "SELECT L.LEAD_ID, S.PROBABILITY, CAST(S.GRADE AS VARCHAR), L.CREATED_AT_MILLIS, L.AMOUNT, L.COMPANY",
                        query)
                .page(
                        sql,
                        leadSort(query.sort()),
                        query.descending(),
                        Sort.text("L.LEAD_ID", LeadLine::id),
                        query.cursor(),
                        query.limit(),
                        LeadLine::of)
                .flatMap(this::scored);
    }

    @Override
    public Mono<Long> countLeads(LeadQuery query, long most) {
        return matching("SELECT L.LEAD_ID", query).count(sql, most);
    }

    @Override
    public Mono<List<String>> sources(int limit) {
        return words("SOURCE", limit);
    }

    @Override
    public Mono<List<String>> territories(int limit) {
        return words("TERRITORY", limit);
    }

    private Mono<List<String>> words(String column, int limit) {
        return sql.rows(
                        "SELECT DISTINCT %1$s FROM LEAD WHERE %1$s <> '' ORDER BY %1$s LIMIT ?".formatted(column),
                        limit)
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList());
    }

    /** A lead of a list before its row is read. */
    private record LeadLine(
            String id,
            @Nullable Double probability,
            @Nullable String grade,
            double createdAtMillis,
            double amount,
            String company) {
        static LeadLine of(List<?> row) {
            return new LeadLine(
                    text(row, 0),
                    (Double) row.get(1),
                    (String) row.get(2),
                    number(row, 3),
                    number(row, 4),
                    text(row, 5));
        }
    }

    private static Sort<LeadLine> leadSort(LeadQuery.Sort sort) {
        return switch (sort) {
            case CREATED -> Sort.number("L.CREATED_AT_MILLIS", LeadLine::createdAtMillis);
            case AMOUNT -> Sort.number("L.AMOUNT", LeadLine::amount);
            case PROBABILITY ->
                Sort.number(
                        "COALESCE(S.PROBABILITY, -1)", line -> line.probability() == null ? -1 : line.probability());
            case COMPANY -> Sort.text("L.COMPANY", LeadLine::company);
        };
    }

    private static KeysetQuery<LeadLine> matching(String select, LeadQuery query) {
        return new KeysetQuery<LeadLine>(select + " FROM LEAD L LEFT JOIN LEAD_SCORE S ON S.LEAD_ID = L.LEAD_ID")
                .equal("L.SCHEMA_ID", query.schemaId())
                .equal("L.STATUS", query.status())
                .equal("L.OUTCOME", query.outcome())
                .equal("L.OWNER_REP_ID", query.ownerRepId())
                .equal("L.TERRITORY", query.territory())
                .equal("L.PRODUCT_ID", query.productId())
                .equal("L.SOURCE", query.source())
                .equal("S.GRADE", query.grade() == null ? null : LeadGrade.valueOf(query.grade()))
                .equal("L.EMAIL_HASH", query.emailHash())
                .containing(query.search(), "L.LEAD_ID", "L.COMPANY");
    }

    private Mono<Page<ScoredLead>> scored(Page<LeadLine> page) {
        Set<String> ids = page.items().stream().map(LeadLine::id).collect(Collectors.toCollection(LinkedHashSet::new));
        return grid.<Map<String, Lead>>call(
                        client -> cache(client, SalesTable.LEADS).getAllAsync(ids))
                .map(leads -> new Page<>(
                        page.items().stream()
                                .filter(line -> leads.containsKey(line.id()))
                                .map(line -> new ScoredLead(
                                        Objects.requireNonNull(leads.get(line.id())), line.probability(), line.grade()))
                                .toList(),
                        page.next()));
    }

    @Override
    public Mono<LeadScore> score(String leadId) {
        return grid.call(
                client -> client.<String, LeadScore>cache(CacheNames.LEAD_SCORE).getAsync(leadId));
    }

    @Override
    public Mono<Page<Opportunity>> opportunities(OpportunityQuery query) {
        Filter filter = new Filter();
        filter.equal("STAGE", query.stage());
        filter.equal("ACCOUNT_ID", query.accountId());
        filter.equal("PRODUCT_ID", query.productId());
        filter.equal("REP_ID", query.repId());
        List<String> last = Cursor.parse(query.cursor(), 1);
        if (!last.isEmpty()) {
            filter.add("OPPORTUNITY_ID > ?", last.get(0));
        }
        return sql.rows(
                        "SELECT OPPORTUNITY_ID FROM OPPORTUNITY WHERE " + filter.where()
                                + " ORDER BY OPPORTUNITY_ID LIMIT ?",
                        filter.with(query.limit() + 1))
                .map(rows -> rows.stream().map(row -> text(row, 0)).toList())
                .map(ids -> Page.of(ids, query.limit(), Cursor::after))
                .flatMap(
                        ids -> rows(SalesTable.OPPORTUNITIES, ids.items()).map(found -> new Page<>(found, ids.next())));
    }

    @Override
    public Mono<List<StageHistory>> steps(String opportunityId) {
        return keyed(
                        "SELECT SEQUENCE FROM STAGE_HISTORY WHERE OPPORTUNITY_ID = ?",
                        opportunityId,
                        row -> new StageHistoryKey(opportunityId, (int) GridSql.whole(row, 0)),
                        STEPS)
                .map(found -> found.entrySet().stream()
                        .sorted(Comparator.comparingInt(row -> row.getKey().sequence()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    public Mono<Map<ActivityKey, Activity>> timeline(String leadId) {
        return keyed(
                "SELECT SEQUENCE FROM ACTIVITY WHERE LEAD_ID = ?",
                leadId,
                row -> new ActivityKey(leadId, GridSql.whole(row, 0)),
                SalesTable.ACTIVITIES);
    }

    @Override
    public Mono<Map<ContactKey, Contact>> contacts(String accountId) {
        return keyed(
                "SELECT CONTACT_ID FROM CONTACT WHERE ACCOUNT_ID = ?",
                accountId,
                row -> new ContactKey(accountId, text(row, 0)),
                SalesTable.CONTACTS);
    }

    @Override
    public Mono<ErasureReport> erase(ErasureOrder order) {
        return grid.task(TaskNames.ERASE_PERSON, order);
    }

    /** Reads rows whose keys a query finds. */
    private <K, V> Mono<Map<K, V>> keyed(String query, String owner, Function<List<?>, K> key, SalesTable<K, V> table) {
        return sql.rows(query, owner).flatMap(rows -> {
            Set<K> keys = rows.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new));
            return keys.isEmpty()
                    ? Mono.just(Map.<K, V>of())
                    : grid.<Map<K, V>>call(client -> cache(client, table).getAllAsync(keys));
        });
    }

    private <V> Mono<List<V>> rows(SalesTable<String, V> table, List<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        return grid.<Map<String, V>>call(client -> cache(client, table).getAllAsync(new LinkedHashSet<>(ids)))
                .map(found -> {
                    Map<String, V> byId = new LinkedHashMap<>(found);
                    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
                });
    }

    private static <K, V> ClientCache<K, V> cache(IgniteClient client, SalesTable<K, V> table) {
        return client.cache(table.cache());
    }

    /** Conditions of a query and their arguments, in the same order. */
    private static final class Filter {
        private final StringBuilder where = new StringBuilder("1 = 1");
        private final List<Object> arguments = new ArrayList<>();

        void add(String condition, Object... values) {
            where.append(" AND ").append(condition);
            arguments.addAll(List.of(values));
        }

        void equal(String column, @Nullable Object value) {
            if (value != null) {
                add(column + " = ?", value);
            }
        }

        void search(@Nullable String search, String idColumn, String nameColumn) {
            if (search == null || search.isBlank()) {
                return;
            }
            String pattern = "%"
                    + search.strip()
                            .toLowerCase(Locale.ROOT)
                            .replace("\\", "\\\\")
                            .replace("%", "\\%")
                            .replace("_", "\\_")
                    + "%";
            if (nameColumn.isEmpty()) {
                add("LOWER(" + idColumn + ") LIKE ?", pattern);
            } else {
                add("(LOWER(" + idColumn + ") LIKE ? OR LOWER(" + nameColumn + ") LIKE ?)", pattern, pattern);
            }
        }

        String where() {
            return where.toString();
        }

        Object[] with(Object last) {
            List<Object> all = new ArrayList<>(arguments);
            all.add(last);
            return all.toArray();
        }
    }
}
