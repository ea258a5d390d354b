package io.nqba.compute.finance.orders;

import io.nqba.compute.optimisation.OwnerTask;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.CancelOrder;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.grid.CacheNames;
import java.time.Clock;
import java.util.Locale;
import org.apache.ignite.Ignite;
import org.apache.ignite.transactions.Transaction;
import org.apache.ignite.transactions.TransactionConcurrency;
import org.apache.ignite.transactions.TransactionIsolation;

/** Withdraws an order. What was traded stays traded; a withdrawn order stays as it is. */
public final class CancelOrderTask extends OwnerTask<CancelOrder, Order> {
    private static final long serialVersionUID = 1L;

    @Override
    protected String cacheName() {
        return CacheNames.PAPER_ORDER;
    }

    @Override
    protected Object key(CancelOrder wish) {
        return wish.portfolioId();
    }

    @Override
    protected Order work(Ignite here, CancelOrder wish) {
        OrderKey key = new OrderKey(wish.portfolioId(), wish.orderId());
        var orders = here.<OrderKey, Order>cache(CacheNames.PAPER_ORDER);
        try (Transaction change =
                here.transactions().txStart(TransactionConcurrency.PESSIMISTIC, TransactionIsolation.REPEATABLE_READ)) {
            Order order = orders.get(key);
            if (order == null) {
                throw unknown(wish.orderId());
            }
            if (order.state().terminal()) {
                return unchanged(wish, order);
            }
            Order cancelled = order.cancelled(
                    "Cancelled by %s.".formatted(wish.account()),
                    Clock.systemUTC().millis());
            orders.put(key, cancelled);
            change.commit();
            return cancelled;
        }
    }

    private static Order unchanged(CancelOrder wish, Order order) {
        return switch (order.state()) {
            case CANCELLED -> order;
            case NEW, ACCEPTED, PARTIALLY_FILLED, FILLED, REJECTED ->
                throw new NqbaException(
                        ErrorCode.CONFLICT,
                        "The order (%s) is %s; it cannot be cancelled any more."
                                .formatted(
                                        wish.orderId(),
                                        order.state()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')),
                        "Place an order of the other side to undo a trade.");
        };
    }

    static NqbaException unknown(String orderId) {
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no order with id (%s).".formatted(orderId),
                "Check the id; GET /api/v1/goliath/orders lists the orders.");
    }
}
