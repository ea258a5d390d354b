package io.nqba.compute.finance.orders;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.risk.RiskDesk;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.grid.CacheNames;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * Takes orders in, one at a time per book: two orders that each pass alone could breach a limit together, so the second is checked when
 * the first is stored and counts.
 */
final class OrderDesk {
    private static final long PATIENCE_SECONDS = 8;
    private static final String OPEN = "SELECT SIDE, SHARES - FILLED_SHARES FROM PAPER_ORDER"
            + " WHERE PORTFOLIO_ID = ? AND OPEN_INSTRUMENT_ID = ?";

    private final Ignite ignite;
    private final Clock clock;

    OrderDesk(Ignite ignite, Clock clock) {
        this.ignite = ignite;
        this.clock = clock;
    }

    /** Returns the order as stored; one that came before under the same id as it is now. */
    Order submit(OrderRequest request) {
        Portfolio portfolio = PortfolioBook.requirePortfolio(ignite, request.portfolioId());
        Book book = PortfolioBook.requireBook(ignite, portfolio.bookId());
        Instrument instrument = OrderRules.check(
                request,
                portfolio,
                PriceHistory.of(ignite, portfolio.universeId()),
                ignite.<String, Instrument>cache(CacheNames.INSTRUMENT).get(request.instrumentId()));
        Lock turn = ignite.cache(CacheNames.BOOK).lock(book.bookId());
        await(turn, book);
        try {
            var orders = ignite.<OrderKey, Order>cache(CacheNames.PAPER_ORDER);
            OrderKey key = new OrderKey(request.portfolioId(), request.orderId());
            Order known = orders.get(key);
            if (known != null) {
                return known;
            }
            refuseShort(request, portfolio);
            List<LimitRefusal> refusals = new RiskDesk(ignite).check(portfolio, book, request, instrument.lotShares());
            Order order = Order.handedIn(request, book.bookId(), clock.millis());
            Order checked = refusals.isEmpty()
                    ? order.accepted(clock.millis())
                    : order.rejected(RefusalText.of(request, refusals), refusals, clock.millis());
            orders.put(key, checked);
            return checked;
        } finally {
            turn.unlock();
        }
    }

    /** A mandate without short positions sells what it has, less what other open orders already sell. */
    private void refuseShort(OrderRequest request, Portfolio portfolio) {
        if (request.side() == OrderSide.BUY || portfolio.mandate().minWeight() < 0) {
            return;
        }
        Position position = ignite.<PositionKey, Position>cache(CacheNames.POSITION)
                .get(new PositionKey(request.portfolioId(), request.instrumentId()));
        double held = position == null ? 0 : position.shares();
        long promised = 0;
        var query = new SqlFieldsQuery(OPEN)
                .setArgs(request.portfolioId(), request.instrumentId())
                .setSchema("PUBLIC");
        try (var rows = ignite.cache(CacheNames.PAPER_ORDER).query(query)) {
            for (List<?> row : rows) {
                promised += row.get(0) == OrderSide.SELL ? ((Number) row.get(1)).longValue() : 0;
            }
        }
        long most = Math.max(0, (long) Math.floor(held) - promised);
        if (request.shares() > most) {
            throw OrderRules.refused(
                    "shares",
                    Long.toString(request.shares()),
                    "The portfolio holds %,.0f %s, open orders sell %,d of them, and its mandate does not allow selling short."
                            .formatted(held, request.instrumentId(), promised),
                    "Send at most %d.".formatted(most));
        }
    }

    private static void await(Lock turn, Book book) {
        try {
            if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new NqbaException(
                ErrorCode.GRID_TIMEOUT,
                "Other orders of the book (%s) are still being checked.".formatted(book.bookId()),
                "Send the order again under the same Idempotency-Key.");
    }
}
