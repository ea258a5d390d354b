package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.energy.DemandResponseGateway;
import io.nqba.console.energy.DemandResponseView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.energy.DemandResponseEvent;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.client.ClientCache;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Demand-response events, in their replicated cache. */
@Component
class IgniteDemandResponseGateway implements DemandResponseGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteDemandResponseGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<Page<DemandResponseView>> events(@Nullable String districtId, @Nullable String cursor, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (districtId != null) {
            where.append(" AND DISTRICT_ID = ?");
            arguments.add(districtId);
        }
        List<String> last = Cursor.parse(cursor, 2);
        if (!last.isEmpty()) {
            long start = Cursor.number(Objects.requireNonNull(cursor), last.get(0));
            where.append(" AND (START_MILLIS < ? OR (START_MILLIS = ? AND EVENT_ID > ?))");
            arguments.addAll(List.of(start, start, last.get(1)));
        }
        arguments.add(limit + 1);
        return sql.rows(
                        "SELECT EVENT_ID, DISTRICT_ID, START_MILLIS, END_MILLIS, CAP_KW, ISSUER FROM DEMAND_RESPONSE_EVENT"
                                + " WHERE " + where + " ORDER BY START_MILLIS DESC, EVENT_ID LIMIT ?",
                        arguments.toArray())
                .map(rows ->
                        rows.stream().map(IgniteDemandResponseGateway::view).toList())
                .map(events -> Page.of(
                        events,
                        limit,
                        event -> Cursor.after(Long.toString(event.start().toEpochMilli()), event.id())));
    }

    @Override
    public Mono<DemandResponseView> create(DemandResponseEvent event) {
        return grid.call(client -> cache(client).getAndPutIfAbsentAsync(event.eventId(), event))
                .filter(known -> !known.equals(event))
                .flatMap(known -> Mono.<DemandResponseView>error(new NqbaException(
                        ErrorCode.CONFLICT,
                        "There is another event with the id (%s).".formatted(event.eventId()),
                        "Choose another id, or leave it out.")))
                .switchIfEmpty(Mono.fromCallable(() -> new DemandResponseView(
                        event.eventId(),
                        event.districtId(),
                        Instant.ofEpochMilli(event.startMillis()),
                        Instant.ofEpochMilli(event.endMillis()),
                        event.capKw(),
                        event.issuer())));
    }

    private static ClientCache<String, DemandResponseEvent> cache(IgniteClient client) {
        return client.cache(CacheNames.DEMAND_RESPONSE_EVENT);
    }

    private static DemandResponseView view(List<?> row) {
        return new DemandResponseView(
                text(row, 0),
                text(row, 1),
                Instant.ofEpochMilli(whole(row, 2)),
                Instant.ofEpochMilli(whole(row, 3)),
                number(row, 4),
                text(row, 5));
    }
}
