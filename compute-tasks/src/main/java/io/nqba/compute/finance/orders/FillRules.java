package io.nqba.compute.finance.orders;

import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.PriceTick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How orders trade against a tick, on paper: at its price, only if they were there before it, and together at most a share of the volume
 * that really traded, because more would have moved the price. Market orders come first, then the better limit, then the older order.
 * Pure.
 */
final class FillRules {
    /** Share of the volume of a tick that we may be; the same that selling a position is planned with. */
    static final double VOLUME_SHARE = 0.2;

    private FillRules() {}

    /** An order that waits. */
    record Waiting(OrderKey key, Order order) {}

    /** Shares that an order gets of a tick. */
    record Fill(OrderKey key, long shares) {}

    /**
     * Deals a tick out.
     *
     * @param waiting open orders for its instrument, in any order
     * @param lotShares smallest number of shares traded at once
     */
    static List<Fill> deal(PriceTick tick, List<Waiting> waiting, int lotShares) {
        List<Waiting> queue = waiting.stream()
                .filter(one -> one.order().state().open())
                .filter(one -> one.order().tradesAt(tick.price()))
                .filter(one -> one.order().createdMillis() < tick.atMillis())
                .sorted(Comparator.comparingDouble((Waiting one) -> patience(one.order()))
                        .thenComparingLong(one -> one.order().createdMillis())
                        .thenComparing(one -> one.key().orderId()))
                .toList();
        long left = lots((long) Math.floor(VOLUME_SHARE * tick.volumeShares()), lotShares);
        List<Fill> fills = new ArrayList<>();
        for (Waiting one : queue) {
            long shares = Math.min(left, lots(one.order().openShares(), lotShares));
            if (shares > 0) {
                fills.add(new Fill(one.key(), shares));
                left -= shares;
            }
        }
        return fills;
    }

    /** How much worse a price the order would take than none at all; market orders take any. */
    private static double patience(Order order) {
        if (order.kind() == OrderKind.MARKET) {
            return Double.NEGATIVE_INFINITY;
        }
        return order.side() == OrderSide.BUY ? -order.limitPrice() : order.limitPrice();
    }

    private static long lots(long shares, int lotShares) {
        return shares / lotShares * lotShares;
    }
}
