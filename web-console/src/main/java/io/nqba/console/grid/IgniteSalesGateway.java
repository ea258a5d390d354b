package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.text;

import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.LeadQuery;
import io.nqba.console.sales.OpportunityQuery;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.console.sales.ScoredLead;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
        String by = switch (query.sort()) {
            case CREATED -> "L.CREATED_AT_MILLIS";
            case AMOUNT -> "L.AMOUNT";
            case PROBABILITY -> "COALESCE(S.PROBABILITY, -1)";
        };
        Filter filter = leadFilter(query);
        after(filter, by, query);
        return sql.rows(
                        "SELECT L.LEAD_ID, S.PROBABILITY, CAST(S.GRADE AS VARCHAR), " + by
                                + " FROM LEAD L LEFT JOIN LEAD_SCORE S ON S.LEAD_ID = L.LEAD_ID WHERE " + filter.where()
                                + " ORDER BY " + by + " DESC, L.LEAD_ID LIMIT ?",
                        filter.with(query.limit() + 1))
                .map(rows -> Page.<List<?>>of(
                        rows, query.limit(), row -> Cursor.after(String.valueOf(row.get(3)), text(row, 0))))
                .flatMap(this::scored);
    }

    private static Filter leadFilter(LeadQuery query) {
        Filter filter = new Filter();
        filter.equal("L.SCHEMA_ID", query.schemaId());
        filter.equal("L.STATUS", query.status());
        filter.equal("L.OUTCOME", query.outcome());
        filter.equal("L.OWNER_REP_ID", query.ownerRepId());
        filter.equal("L.TERRITORY", query.territory());
        filter.equal("L.PRODUCT_ID", query.productId());
        filter.equal("L.SOURCE", query.source());
        filter.equal("S.GRADE", query.grade() == null ? null : LeadGrade.valueOf(query.grade()));
        filter.equal("L.EMAIL_HASH", query.emailHash());
        filter.search(query.search(), "L.LEAD_ID", "L.COMPANY");
        return filter;
    }

    private static void after(Filter filter, String by, LeadQuery query) {
        List<String> last = Cursor.parse(query.cursor(), 2);
        if (last.isEmpty()) {
            return;
        }
        Object value = query.sort() == LeadQuery.Sort.CREATED
                ? Cursor.number(Objects.requireNonNull(query.cursor()), last.get(0))
                : decimal(last.get(0));
        filter.add("(%s < ? OR (%s = ? AND L.LEAD_ID > ?))".formatted(by, by), value, value, last.get(1));
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            String remedy = "Pass the value of \"next\" from the previous page, with the same sort.";
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The cursor is not one of this list.",
                    remedy,
                    List.of(new FieldProblem("cursor", text, "It is not a cursor of this list.", remedy)),
                    e);
        }
    }

    private Mono<Page<ScoredLead>> scored(Page<List<?>> page) {
        Set<String> ids =
                page.items().stream().map(row -> text(row, 0)).collect(Collectors.toCollection(LinkedHashSet::new));
        return grid.<Map<String, Lead>>call(
                        client -> cache(client, SalesTable.LEADS).getAllAsync(ids))
                .map(leads -> new Page<>(
                        page.items().stream()
                                .filter(row -> leads.containsKey(text(row, 0)))
                                .map(row -> new ScoredLead(
                                        Objects.requireNonNull(leads.get(text(row, 0))), (Double) row.get(1), (String)
                                                row.get(2)))
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
        return numberedSteps(opportunityId).map(steps -> List.copyOf(steps.values()));
    }

    @Override
    public Mono<Void> addStep(String opportunityId, StageHistory step) {
        return numberedSteps(opportunityId).flatMap(steps -> {
            if (!steps.isEmpty() && steps.lastEntry().getValue().stage() == step.stage()) {
                return Mono.empty();
            }
            int next = steps.isEmpty() ? 1 : steps.lastKey() + 1;
            return grid.call(client -> client.<StageHistoryKey, StageHistory>cache(CacheNames.STAGE_HISTORY)
                            .putIfAbsentAsync(new StageHistoryKey(opportunityId, next), step))
                    .flatMap(stored -> stored ? Mono.empty() : addStep(opportunityId, step));
        });
    }

    private Mono<NavigableMap<Integer, StageHistory>> numberedSteps(String opportunityId) {
        return keyed(
                        "SELECT SEQUENCE FROM STAGE_HISTORY WHERE OPPORTUNITY_ID = ?",
                        opportunityId,
                        row -> new StageHistoryKey(opportunityId, (int) GridSql.whole(row, 0)),
                        STEPS)
                .map(found -> {
                    NavigableMap<Integer, StageHistory> steps = new TreeMap<>();
                    found.forEach((key, step) -> steps.put(key.sequence(), step));
                    return steps;
                });
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
