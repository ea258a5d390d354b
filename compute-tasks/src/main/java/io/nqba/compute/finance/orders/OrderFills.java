package io.nqba.compute.finance.orders;

import io.nqba.compute.finance.orders.FillRules.Fill;
import io.nqba.compute.finance.orders.FillRules.Waiting;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.PriceTick;
import io.nqba.model.finance.Trade;
import io.nqba.model.finance.TradeKey;
import io.nqba.model.grid.CacheNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.transactions.Transaction;
import org.apache.ignite.transactions.TransactionConcurrency;
import org.apache.ignite.transactions.TransactionIsolation;

/**
 * Fills open orders from price ticks. The intake of ticks calls it, once per batch; a batch that comes again trades nothing a second
 * time. Order, trade, position, cash and audit of a fill change in one transaction on the node of the portfolio.
 */
public final class OrderFills {
    private static final String OPEN = "SELECT PORTFOLIO_ID, ORDER_ID FROM PAPER_ORDER WHERE OPEN_INSTRUMENT_ID = ?";

    private final Ignite ignite;
    private final Clock clock;

    OrderFills(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.clock = clock;
    }

    /**
     * Fills orders from ticks, instrument by instrument in the order of time.
     *
     * @return trades made
     */
    public static int apply(Ignite ignite, List<PriceTick> ticks) {
        return new OrderFills(ignite, Clock.systemUTC()).apply(ticks);
    }

    private int apply(List<PriceTick> ticks) {
        Map<String, List<PriceTick>> byInstrument = new LinkedHashMap<>();
        ticks.stream()
                .sorted(Comparator.comparingLong(PriceTick::atMillis))
                .forEach(tick -> byInstrument
                        .computeIfAbsent(tick.instrumentId(), id -> new ArrayList<>())
                        .add(tick));
        int trades = 0;
        for (Map.Entry<String, List<PriceTick>> entry : byInstrument.entrySet()) {
            List<OrderKey> keys = open(entry.getKey());
            for (PriceTick tick : keys.isEmpty() ? List.<PriceTick>of() : entry.getValue()) {
                trades += fill(tick, keys);
            }
        }
        return trades;
    }

    private List<OrderKey> open(String instrumentId) {
        List<OrderKey> keys = new ArrayList<>();
        var query = new SqlFieldsQuery(OPEN).setArgs(instrumentId).setSchema("PUBLIC");
        try (var rows = ignite.cache(CacheNames.PAPER_ORDER).query(query)) {
            rows.forEach(row -> keys.add(new OrderKey((String) row.get(0), (String) row.get(1))));
        }
        return keys;
    }

    private int fill(PriceTick tick, List<OrderKey> keys) {
        Instrument instrument =
                ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(tick.instrumentId());
        List<Waiting> waiting = new ArrayList<>();
        for (OrderKey key : keys) {
            Order order = ignite.<OrderKey, Order>cache(CacheNames.PAPER_ORDER).get(key);
            if (order != null) {
                waiting.add(new Waiting(key, order));
            }
        }
        int trades = 0;
        for (Fill fill : FillRules.deal(tick, waiting, instrument == null ? 1 : instrument.lotShares())) {
            trades += book(tick, fill) ? 1 : 0;
        }
        return trades;
    }

    /** Books one fill; false when it was booked before, or the order has gone meanwhile. */
    private boolean book(PriceTick tick, Fill fill) {
        OrderKey key = fill.key();
        TradeKey tradeKey = new TradeKey(key.portfolioId(), key.orderId() + "@" + tick.atMillis());
        try (Transaction change = ignite.transactions()
                .txStart(TransactionConcurrency.PESSIMISTIC, TransactionIsolation.REPEATABLE_READ)) {
            var orders = ignite.<OrderKey, Order>cache(CacheNames.PAPER_ORDER);
            var trades = ignite.<TradeKey, Trade>cache(CacheNames.TRADE);
            var portfolios = ignite.<String, Portfolio>cache(CacheNames.PORTFOLIO);
            Order order = orders.get(key);
            Portfolio portfolio = portfolios.get(key.portfolioId());
            if (order == null || portfolio == null || order.openShares() == 0 || trades.containsKey(tradeKey)) {
                return false;
            }
            long shares = Math.min(fill.shares(), order.openShares());
            double value = shares * tick.price();
            double cost = value * portfolio.mandate().costPerUnit();
            orders.put(key, order.filled(shares, tick.price(), tick.atMillis()));
            trades.put(
                    tradeKey,
                    new Trade(
                            key.orderId(),
                            tick.instrumentId(),
                            order.side(),
                            shares,
                            tick.price(),
                            cost,
                            tick.atMillis()));
            portfolios.put(
                    key.portfolioId(),
                    portfolio.withCash(portfolio.cash() - order.side().sign() * value - cost));
            bookPosition(new PositionKey(key.portfolioId(), tick.instrumentId()), order, shares, tick.price());
            ignite.<String, AuditEntry>cache(CacheNames.AUDIT_ENTRY)
                    .put(
                            "order.fill/" + key.portfolioId() + "/" + tradeKey.tradeId(),
                            new AuditEntry(
                                    clock.millis(),
                                    order.account(),
                                    "order.fill",
                                    "%s: %s %d of %d %s at %s"
                                            .formatted(
                                                    key.orderId(),
                                                    order.side(),
                                                    shares,
                                                    order.shares(),
                                                    tick.instrumentId(),
                                                    tick.price()),
                                    "ok",
                                    "",
                                    ""));
            change.commit();
            return true;
        }
    }

    private void bookPosition(PositionKey key, Order order, long shares, double price) {
        var positions = ignite.<PositionKey, Position>cache(CacheNames.POSITION);
        Position after = Booking.after(positions.get(key), order.side(), shares, price);
        if (after == null) {
            positions.remove(key);
            return;
        }
        positions.put(key, after);
    }
}
