package io.nqba.console.grid;

import static io.nqba.console.grid.GridSql.number;
import static io.nqba.console.grid.GridSql.text;
import static io.nqba.console.grid.GridSql.whole;

import io.nqba.console.finance.OrderGateway;
import io.nqba.console.finance.OrderQuery;
import io.nqba.console.finance.OrderView;
import io.nqba.console.finance.TradeView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.CancelOrder;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Paper orders and trades: commands by compute task, lists by SQL. */
@Component
class IgniteOrderGateway implements OrderGateway {
    private final GridConnection grid;
    private final GridSql sql;

    IgniteOrderGateway(GridConnection grid, GridSql sql) {
        this.grid = grid;
        this.sql = sql;
    }

    @Override
    public Mono<OrderView> submit(OrderRequest request) {
        OrderKey key = new OrderKey(request.portfolioId(), request.orderId());
        return grid.<Order>task(TaskNames.SUBMIT_ORDER, request).map(order -> OrderView.of(key, order));
    }

    @Override
    public Mono<OrderView> find(String orderId) {
        return key(orderId)
                .flatMap(key -> grid.call(client -> client.<OrderKey, Order>cache(CacheNames.PAPER_ORDER)
                                .getAsync(key))
                        .map(order -> OrderView.of(key, order)));
    }

    @Override
    public Mono<OrderView> cancel(String orderId, String account) {
        return key(orderId)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "There is no order with id (%s).".formatted(orderId),
                        "Check the id; GET /api/v1/goliath/orders lists the orders.")))
                .flatMap(key -> grid.<Order>task(
                                TaskNames.CANCEL_ORDER, new CancelOrder(key.portfolioId(), orderId, account))
                        .map(order -> OrderView.of(key, order)));
    }

    private Mono<OrderKey> key(String orderId) {
        return sql.rows("SELECT PORTFOLIO_ID FROM PAPER_ORDER WHERE ORDER_ID = ?", orderId)
                .flatMap(rows -> rows.isEmpty()
                        ? Mono.<OrderKey>empty()
                        : Mono.just(new OrderKey(text(rows.get(0), 0), orderId)));
    }

    @Override
    public Mono<Page<OrderView>> orders(OrderQuery query) {
        Filter filter = new Filter(query);
        if (query.bookId() != null) {
            filter.and("BOOK_ID = ?", query.bookId());
        }
        if (query.open()) {
            filter.and("OPEN_INSTRUMENT_ID IS NOT NULL");
        }
        filter.after("CREATED_MILLIS", "ORDER_ID");
        return sql.rows(
                        "SELECT PORTFOLIO_ID, ORDER_ID FROM PAPER_ORDER WHERE " + filter.where
                                + " ORDER BY CREATED_MILLIS DESC, ORDER_ID LIMIT ?",
                        filter.arguments())
                .flatMap(this::inOrder)
                .map(orders -> Page.of(
                        orders,
                        query.limit(),
                        order -> Cursor.after(Long.toString(order.createdAt().toEpochMilli()), order.id())));
    }

    private Mono<List<OrderView>> inOrder(List<List<?>> rows) {
        Set<OrderKey> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(new OrderKey(text(row, 0), text(row, 1))));
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        return grid.<Map<OrderKey, Order>>call(client ->
                        client.<OrderKey, Order>cache(CacheNames.PAPER_ORDER).getAllAsync(keys))
                .map(found -> keys.stream()
                        .flatMap(key -> {
                            Order order = found.get(key);
                            return order == null ? Stream.<OrderView>empty() : Stream.of(OrderView.of(key, order));
                        })
                        .toList());
    }

    @Override
    public Mono<Page<TradeView>> trades(OrderQuery query) {
        Filter filter = new Filter(query);
        filter.after("AT_MILLIS", "TRADE_ID");
        return sql.rows(
                        "SELECT TRADE_ID, PORTFOLIO_ID, ORDER_ID, INSTRUMENT_ID, CAST(SIDE AS VARCHAR), SHARES, PRICE, COST,"
                                + " AT_MILLIS FROM TRADE WHERE " + filter.where
                                + " ORDER BY AT_MILLIS DESC, TRADE_ID LIMIT ?",
                        filter.arguments())
                .map(rows -> rows.stream().map(IgniteOrderGateway::trade).toList())
                .map(trades -> Page.of(
                        trades,
                        query.limit(),
                        trade -> Cursor.after(Long.toString(trade.at().toEpochMilli()), trade.id())));
    }

    private static TradeView trade(List<?> row) {
        return new TradeView(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                OrderSide.valueOf(text(row, 4)),
                whole(row, 5),
                number(row, 6),
                number(row, 7),
                Instant.ofEpochMilli(whole(row, 8)));
    }

    /** A condition that grows with what is asked for; values are arguments, never text. */
    private static final class Filter {
        private final OrderQuery query;
        private final StringBuilder where = new StringBuilder("1 = 1");
        private final List<Object> arguments = new ArrayList<>();

        Filter(OrderQuery query) {
            this.query = query;
            if (query.portfolioId() != null) {
                and("PORTFOLIO_ID = ?", query.portfolioId());
            }
            if (query.orderId() != null) {
                and("ORDER_ID = ?", query.orderId());
            }
        }

        void and(String condition, Object... values) {
            where.append(" AND ").append(condition);
            arguments.addAll(List.of(values));
        }

        void after(String timeColumn, String idColumn) {
            List<String> last = Cursor.parse(query.cursor(), 2);
            if (!last.isEmpty()) {
                long time = Cursor.number(Objects.requireNonNull(query.cursor()), last.get(0));
                and("(%1$s < ? OR (%1$s = ? AND %2$s > ?))".formatted(timeColumn, idColumn), time, time, last.get(1));
            }
        }

        Object[] arguments() {
            arguments.add(query.limit() + 1);
            return arguments.toArray();
        }
    }
}
