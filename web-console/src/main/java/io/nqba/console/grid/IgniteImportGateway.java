package io.nqba.console.grid;

import io.nqba.console.sales.imports.ImportGateway;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.KeyOrder;
import io.nqba.model.sales.ImportReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ignite.cache.query.ScanQuery;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pieces of files and reports by key; rows of imports in batches. */
@Component
class IgniteImportGateway implements ImportGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteImportGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Void> putPiece(String importId, int number, byte[] sealed) {
        return grid.<Void>call(client ->
                client.<String, byte[]>cache(CacheNames.IMPORT_PIECE).putAsync(key(importId, number), sealed));
    }

    @Override
    public Mono<Void> removePieces(String importId, int pieces) {
        Set<String> keys = IntStream.range(0, pieces)
                .mapToObj(number -> key(importId, number))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return keys.isEmpty()
                ? Mono.empty()
                : grid.<Void>call(client ->
                        client.<String, byte[]>cache(CacheNames.IMPORT_PIECE).removeAllAsync(keys));
    }

    @Override
    public Mono<Void> put(ImportReport report) {
        return grid.<Void>call(client -> reports(client).putAsync(report.importId(), report));
    }

    @Override
    public Mono<Boolean> replace(ImportReport before, ImportReport next) {
        return grid.call(client -> reports(client).replaceAsync(next.importId(), before, next));
    }

    @Override
    public Mono<ImportReport> find(String importId) {
        return grid.call(client -> reports(client).getAsync(importId));
    }

    @Override
    public Mono<List<ImportReport>> newest(int count) {
        return sql.rows("SELECT IMPORT_ID FROM IMPORT_REPORT ORDER BY CREATED_AT_MILLIS DESC, IMPORT_ID LIMIT ?", count)
                .flatMap(rows -> {
                    List<String> ids =
                            rows.stream().map(row -> GridSql.text(row, 0)).toList();
                    return ids.isEmpty()
                            ? Mono.just(List.<ImportReport>of())
                            : grid.<Map<String, ImportReport>>call(
                                            client -> reports(client).getAllAsync(new LinkedHashSet<>(ids)))
                                    .map(found -> ids.stream()
                                            .map(found::get)
                                            .filter(Objects::nonNull)
                                            .toList());
                });
    }

    @Override
    public <T> Mono<T> work(boolean dry, Function<Rows, T> work) {
        return grid.work(client -> {
            try (ClientRows rows = new ClientRows(client, dry)) {
                return work.apply(rows);
            }
        });
    }

    private static ClientCache<String, ImportReport> reports(IgniteClient client) {
        return client.cache(CacheNames.IMPORT_REPORT);
    }

    private static String key(String importId, int number) {
        return importId + "/" + number;
    }

    /** Rows of one import, sent in batches; those that are there already stay. */
    private static final class ClientRows implements Rows {
        private static final int BATCH = 500;

        private final IgniteClient client;
        private final boolean dry;
        private final Map<String, Map<Object, Object>> batches = new HashMap<>();

        ClientRows(IgniteClient client, boolean dry) {
            this.client = client;
            this.dry = dry;
        }

        @Override
        public byte[] piece(String importId, int number) {
            byte[] piece = client.<String, byte[]>cache(CacheNames.IMPORT_PIECE).get(key(importId, number));
            if (piece == null) {
                throw new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The file of the import (%s) is no longer there.".formatted(importId),
                        "Send it again; files are kept for a few hours.");
            }
            return piece;
        }

        @Override
        public void report(ImportReport report) {
            reports(client).put(report.importId(), report);
        }

        @Override
        public void add(String cache, Object key, Object row) {
            if (dry) {
                return;
            }
            Map<Object, Object> batch = batches.computeIfAbsent(cache, name -> KeyOrder.map());
            batch.put(key, row);
            if (batch.size() == BATCH) {
                send(cache, batch);
            }
        }

        @Override
        public void flush() {
            batches.forEach(this::send);
        }

        private void send(String name, Map<Object, Object> batch) {
            if (batch.isEmpty()) {
                return;
            }
            ClientCache<Object, Object> cache = client.cache(name);
            new ArrayList<>(cache.getAll(batch.keySet()).keySet()).forEach(batch::remove);
            cache.putAll(batch);
            batch.clear();
        }

        @Override
        public <V> @Nullable V find(Class<V> type, String cache, String id) {
            return type.cast(client.<String, Object>cache(cache).get(id));
        }

        @Override
        public <V> void each(String cache, Consumer<V> consumer) {
            try (var rows = client.<String, V>cache(cache).query(new ScanQuery<String, V>())) {
                rows.forEach(row -> consumer.accept(row.getValue()));
            }
        }

        @Override
        public void keep(String cache, String id, Object row) {
            if (!dry) {
                client.cache(cache).putIfAbsent(id, row);
            }
        }

        @Override
        public void close() {
            batches.clear();
        }
    }
}
