package io.nqba.compute.finance.orders;

import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.Position;
import org.jspecify.annotations.Nullable;

/** What a trade does to a position. Pure. */
final class Booking {
    private Booking() {}

    /**
     * Returns the position after a trade; null when nothing is left. More of the same changes the average cost, less does not; what
     * crosses zero starts anew at the price of the trade.
     */
    static @Nullable Position after(@Nullable Position before, OrderSide side, long shares, double price) {
        double held = before == null ? 0 : before.shares();
        double change = (double) side.sign() * shares;
        double now = held + change;
        if (now == 0) {
            return null;
        }
        if (before == null || held == 0 || Math.signum(held) != Math.signum(now)) {
            return new Position(now, price);
        }
        boolean grows = Math.signum(change) == Math.signum(held);
        double cost = before.averageCost();
        return new Position(now, grows ? cost + (price - cost) * change / now : cost);
    }
}
