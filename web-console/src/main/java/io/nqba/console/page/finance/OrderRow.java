package io.nqba.console.page.finance;

import io.nqba.console.finance.OrderView;
import io.nqba.console.page.Figures;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A paper order in the table.
 *
 * @param open whether it can be cancelled
 * @param reason why it was rejected or cancelled; else empty
 */
public record OrderRow(
        String id,
        String when,
        String portfolioId,
        String what,
        String price,
        String filled,
        String state,
        String stateClass,
        boolean open,
        String reason) {

    static OrderRow of(OrderView order) {
        Double limit = order.limitPrice();
        Double average = order.averagePrice();
        return new OrderRow(
                order.id(),
                Figures.shortMoment(order.createdAt(), ZoneOffset.UTC),
                order.portfolioId(),
                "%s %s %s"
                        .formatted(
                                switch (order.side()) {
                                    case BUY -> "Buy";
                                    case SELL -> "Sell";
                                },
                                Figures.count(order.shares()),
                                order.instrumentId()),
                limit == null ? "market" : Figures.number(limit, 2),
                average == null
                        ? Figures.count(order.filledShares())
                        : Figures.count(order.filledShares()) + " at " + Figures.number(average, 2),
                switch (order.state()) {
                    case NEW -> "new";
                    case ACCEPTED -> "accepted";
                    case REJECTED -> "rejected";
                    case PARTIALLY_FILLED -> "partly filled";
                    case FILLED -> "filled";
                    case CANCELLED -> "cancelled";
                },
                switch (order.state()) {
                    case NEW -> "badge-state--queued";
                    case ACCEPTED, PARTIALLY_FILLED -> "badge-state--running";
                    case REJECTED -> "badge-state--failed";
                    case FILLED -> "badge-state--succeeded";
                    case CANCELLED -> "badge-state--cancelled";
                },
                order.state().open(),
                Objects.requireNonNullElse(order.reason(), ""));
    }
}
