package io.nqba.compute.sales.records;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RewriteReport;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.transactions.Transaction;
import org.apache.ignite.transactions.TransactionConcurrency;
import org.apache.ignite.transactions.TransactionIsolation;
import org.apache.ignite.transactions.TransactionOptimisticException;

/**
 * Changes several rows of sales in one transaction, each only if it is still as it was seen. Optimistic, as people decide slowly and
 * hardly ever meet: who meets another is told so and decides again.
 */
public final class RewriteTask extends OwnerTask<RewriteOrder, RewriteReport> {
    private static final long serialVersionUID = 1L;

    private static final long TIMEOUT_MILLIS = 20_000;

    /** How often a commit is tried that another one overtook, though the rows are as they were. */
    private static final int MOST_TRIES = 5;

    /** All that people keep; what is worked out from it is atomic, and no part of a transaction. */
    private static final Set<String> CACHES = Set.of(
            CacheNames.LEAD,
            CacheNames.ACTIVITY,
            CacheNames.ACCOUNT,
            CacheNames.CONTACT,
            CacheNames.OPPORTUNITY,
            CacheNames.STAGE_HISTORY,
            CacheNames.PRODUCT,
            CacheNames.SALES_REP);

    @Override
    protected String cacheName() {
        return CacheNames.LEAD;
    }

    @Override
    protected Object key(RewriteOrder order) {
        return order.changes().get(0).key();
    }

    @Override
    protected RewriteReport work(Ignite here, RewriteOrder order) {
        for (RowChange change : order.changes()) {
            if (!CACHES.contains(change.cache())) {
                throw new NqbaException(
                        ErrorCode.INVALID_REQUEST,
                        "The cache (%s) is not rewritten in a transaction.".formatted(change.cache()),
                        "Name one of " + CACHES.stream().sorted().toList() + ".");
            }
        }
        for (int tries = 1; ; tries++) {
            try {
                return attempt(here, order);
            } catch (TransactionOptimisticException overtaken) {
                if (tries == MOST_TRIES) {
                    throw new NqbaException(
                            ErrorCode.CONFLICT,
                            "Somebody else keeps changing the same rows.",
                            "Wait a moment and try again; nothing was changed.",
                            List.of(),
                            overtaken);
                }
            }
        }
    }

    private static RewriteReport attempt(Ignite here, RewriteOrder order) {
        List<RowChange> changes = order.changes();
        try (Transaction transaction = here.transactions()
                .txStart(
                        TransactionConcurrency.OPTIMISTIC,
                        TransactionIsolation.SERIALIZABLE,
                        TIMEOUT_MILLIS,
                        changes.size())) {
            Map<String, Map<Object, Object>> present = read(here, changes);
            for (int i = 0; i < changes.size(); i++) {
                RowChange change = changes.get(i);
                if (!change.fits(
                        Objects.requireNonNull(present.get(change.cache())).get(change.key()))) {
                    return RewriteReport.changed(i);
                }
            }
            for (int i = 0; i < order.guards().size(); i++) {
                if (!holds(here, order.guards().get(i))) {
                    return RewriteReport.added(i);
                }
            }
            write(here, changes);
            transaction.commit();
            return RewriteReport.done();
        }
    }

    private static Map<String, Map<Object, Object>> read(Ignite here, List<RowChange> changes) {
        Map<String, Set<Object>> keys = new TreeMap<>();
        changes.forEach(change -> keys.computeIfAbsent(change.cache(), cache -> new LinkedHashSet<>())
                .add(change.key()));
        Map<String, Map<Object, Object>> present = new TreeMap<>();
        keys.forEach((cache, wanted) -> {
            Map<Object, Object> ordered = KeyOrder.map();
            wanted.forEach(key -> ordered.put(key, key));
            present.put(cache, here.cache(cache).getAll(ordered.keySet()));
        });
        return present;
    }

    private static void write(Ignite here, List<RowChange> changes) {
        Map<String, Map<Object, Object>> stored = new TreeMap<>();
        Map<String, Map<Object, Object>> removed = new TreeMap<>();
        for (RowChange change : changes) {
            Object next = change.next();
            (next == null ? removed : stored)
                    .computeIfAbsent(change.cache(), cache -> KeyOrder.map())
                    .put(change.key(), next == null ? change.key() : next);
        }
        stored.forEach((name, rows) -> here.cache(name).putAll(rows));
        removed.forEach((name, rows) -> {
            IgniteCache<Object, Object> cache = here.cache(name);
            cache.removeAll(rows.keySet());
        });
    }

    private static boolean holds(Ignite here, RowGuard guard) {
        String table = guard.cache().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        Object rows = here.cache(CacheNames.LEAD)
                .query(new SqlFieldsQuery("SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(table, guard.column()))
                        .setArgs(guard.value())
                        .setSchema("PUBLIC"))
                .getAll()
                .get(0)
                .get(0);
        return ((Number) rows).longValue() <= guard.most();
    }
}
