package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** A paper order: nothing is sent to a market, the price stream fills it. Immutable; each step of its life is a new object. */
public final class Order {
    @QuerySqlField(name = "BOOK_ID")
    private final String bookId;

    @QuerySqlField(name = "INSTRUMENT_ID")
    private final String instrumentId;

    @QuerySqlField(name = "SIDE")
    private final OrderSide side;

    @QuerySqlField(name = "KIND")
    private final OrderKind kind;

    @QuerySqlField(name = "SHARES")
    private final long shares;

    @QuerySqlField(name = "LIMIT_PRICE")
    private final double limitPrice;

    @QuerySqlField(name = "STATE")
    private final OrderState state;

    @QuerySqlField(name = "FILLED_SHARES")
    private final long filledShares;

    @QuerySqlField(name = "AVERAGE_PRICE")
    private final double averagePrice;

    @QuerySqlField(name = "ACCOUNT")
    private final String account;

    @QuerySqlField(name = "CREATED_MILLIS")
    private final long createdMillis;

    @QuerySqlField(name = "CHANGED_MILLIS")
    private final long changedMillis;

    @QuerySqlField(name = "REASON")
    private final String reason;

    private final List<LimitRefusal> refusals;

    /** Instrument of an open order, null for others: the index that finds what a tick may fill stays as small as what is open. */
    @SuppressWarnings("UnusedVariable") // Read by SQL.
    @QuerySqlField(name = "OPEN_INSTRUMENT_ID", index = true)
    private final @Nullable String openInstrumentId;

    /**
     * @param bookId book of its portfolio
     * @param instrumentId which instrument
     * @param side direction
     * @param kind at which price
     * @param shares how many
     * @param limitPrice worst price of a limit order; not a number for a market order
     * @param state where it is in its life
     * @param filledShares shares traded so far
     * @param averagePrice mean price of these shares; 0 before the first
     * @param account who handed it in
     * @param createdMillis when, epoch milliseconds
     * @param changedMillis when its state changed last, epoch milliseconds
     * @param reason why it was rejected or cancelled, in words; else empty
     * @param refusals limits that refused it; empty unless rejected
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public Order(
            String bookId,
            String instrumentId,
            OrderSide side,
            OrderKind kind,
            long shares,
            double limitPrice,
            OrderState state,
            long filledShares,
            double averagePrice,
            String account,
            long createdMillis,
            long changedMillis,
            String reason,
            List<LimitRefusal> refusals) {
        this.bookId = Require.text("bookId", bookId);
        this.instrumentId = Require.text("instrumentId", instrumentId);
        this.side = side;
        this.kind = kind;
        this.shares = Require.within("shares", shares, 1, Long.MAX_VALUE);
        this.limitPrice = limitPrice;
        this.state = state;
        this.filledShares = Require.within("filledShares", filledShares, 0, Long.MAX_VALUE);
        this.averagePrice = Require.finite("averagePrice", Require.notNegative("averagePrice", averagePrice, ""), "");
        this.account = Require.text("account", account);
        this.createdMillis = createdMillis;
        this.changedMillis = changedMillis;
        this.reason = reason;
        this.refusals = List.copyOf(refusals);
        this.openInstrumentId = state.open() ? instrumentId : null;
    }

    public String bookId() {
        return bookId;
    }

    public String instrumentId() {
        return instrumentId;
    }

    public OrderSide side() {
        return side;
    }

    public OrderKind kind() {
        return kind;
    }

    public long shares() {
        return shares;
    }

    public double limitPrice() {
        return limitPrice;
    }

    public OrderState state() {
        return state;
    }

    public long filledShares() {
        return filledShares;
    }

    public double averagePrice() {
        return averagePrice;
    }

    public String account() {
        return account;
    }

    public long createdMillis() {
        return createdMillis;
    }

    public long changedMillis() {
        return changedMillis;
    }

    public String reason() {
        return reason;
    }

    public List<LimitRefusal> refusals() {
        return refusals;
    }

    /** Returns an order that was just handed in. */
    public static Order handedIn(OrderRequest request, String bookId, long nowMillis) {
        return new Order(
                bookId,
                request.instrumentId(),
                request.side(),
                request.kind(),
                request.shares(),
                request.limitPrice(),
                OrderState.NEW,
                0,
                0,
                request.account(),
                nowMillis,
                nowMillis,
                "",
                List.of());
    }

    /** Returns the order after it passed the limits. */
    public Order accepted(long nowMillis) {
        return to(OrderState.ACCEPTED, filledShares, averagePrice, nowMillis, "", List.of());
    }

    /** Returns the order after limits refused it. */
    public Order rejected(String why, List<LimitRefusal> limits, long nowMillis) {
        return to(OrderState.REJECTED, filledShares, averagePrice, nowMillis, why, limits);
    }

    /** Returns the order after some of its open shares traded. */
    public Order filled(long tradedShares, double price, long nowMillis) {
        if (tradedShares < 1 || tradedShares > openShares()) {
            throw new IllegalStateException(
                    "The order has %d open shares, %d cannot trade.".formatted(openShares(), tradedShares));
        }
        long traded = filledShares + tradedShares;
        double average = averagePrice + (price - averagePrice) * tradedShares / traded;
        OrderState next = traded == shares ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        return to(next, traded, average, nowMillis, "", List.of());
    }

    /** Returns the order after somebody withdrew it. */
    public Order cancelled(String why, long nowMillis) {
        return to(OrderState.CANCELLED, filledShares, averagePrice, nowMillis, why, List.of());
    }

    private Order to(
            OrderState next, long filled, double average, long nowMillis, String why, List<LimitRefusal> limits) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("An order that is %s cannot become %s.".formatted(state, next));
        }
        return new Order(
                bookId,
                instrumentId,
                side,
                kind,
                shares,
                limitPrice,
                next,
                filled,
                average,
                account,
                createdMillis,
                nowMillis,
                why,
                limits);
    }

    /** Returns the shares that may still trade. */
    public long openShares() {
        return state.terminal() ? 0 : shares - filledShares;
    }

    /** Returns whether the order may trade at a price. */
    public boolean tradesAt(double price) {
        return kind == OrderKind.MARKET || (side == OrderSide.BUY ? price <= limitPrice : price >= limitPrice);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Order that
                && bookId.equals(that.bookId)
                && instrumentId.equals(that.instrumentId)
                && side == that.side
                && kind == that.kind
                && shares == that.shares
                && Double.compare(limitPrice, that.limitPrice) == 0
                && state == that.state
                && filledShares == that.filledShares
                && Double.compare(averagePrice, that.averagePrice) == 0
                && account.equals(that.account)
                && createdMillis == that.createdMillis
                && changedMillis == that.changedMillis
                && reason.equals(that.reason)
                && refusals.equals(that.refusals);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                bookId,
                instrumentId,
                side,
                kind,
                shares,
                limitPrice,
                state,
                filledShares,
                averagePrice,
                account,
                createdMillis,
                changedMillis,
                reason,
                refusals);
    }

    @Override
    public String toString() {
        return "Order[%s, %s, %s, %s, %s]".formatted(instrumentId, side, shares, filledShares, state);
    }
}
