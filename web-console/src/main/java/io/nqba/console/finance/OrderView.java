package io.nqba.console.finance;

import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.OrderState;
import io.nqba.model.finance.RiskScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper order.
 *
 * @param limitPrice worst price of a limit order; null for a market order
 * @param averagePrice mean price of the filled shares; null before the first
 * @param reason why it was rejected or cancelled; null otherwise
 * @param refusals limits that refused it
 */
public record OrderView(
        String id,
        String portfolioId,
        String bookId,
        String instrumentId,
        OrderSide side,
        OrderKind kind,
        long shares,
        @Nullable Double limitPrice,
        OrderState state,
        long filledShares,
        @Nullable Double averagePrice,
        String account,
        Instant createdAt,
        Instant changedAt,
        @Nullable String reason,
        List<RefusalView> refusals) {

    public static OrderView of(OrderKey key, Order order) {
        return new OrderView(
                key.orderId(),
                key.portfolioId(),
                order.bookId(),
                order.instrumentId(),
                order.side(),
                order.kind(),
                order.shares(),
                RiskView.finite(order.limitPrice()),
                order.state(),
                order.filledShares(),
                order.filledShares() == 0 ? null : order.averagePrice(),
                order.account(),
                Instant.ofEpochMilli(order.createdMillis()),
                Instant.ofEpochMilli(order.changedMillis()),
                order.reason().isEmpty() ? null : order.reason(),
                order.refusals().stream().map(RefusalView::of).toList());
    }

    /**
     * Why a limit refused it.
     *
     * @param worst instrument, sector or issuer concerned; null where it concerns the whole
     * @param before level before the order, open orders included; null where nothing is left to measure against
     * @param after level if it traded in full
     * @param largestShares largest order of the same direction that passes this limit
     * @param backtest of a tail loss, in words
     */
    public record RefusalView(
            String limitId,
            RiskScope scope,
            LimitMeasure measure,
            @Nullable String worst,
            @Nullable Double before,
            @Nullable Double after,
            double breachLevel,
            long largestShares,
            @Nullable String backtest) {
        static RefusalView of(LimitRefusal refusal) {
            return new RefusalView(
                    refusal.limitId(),
                    refusal.scope(),
                    refusal.measure(),
                    refusal.worst().isEmpty() ? null : refusal.worst(),
                    RiskView.finite(refusal.before()),
                    RiskView.finite(refusal.after()),
                    refusal.breachLevel(),
                    refusal.largestShares(),
                    refusal.note().isEmpty() ? null : refusal.note());
        }
    }
}
