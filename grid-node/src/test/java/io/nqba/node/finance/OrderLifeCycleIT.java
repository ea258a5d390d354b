package io.nqba.node.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.finance.orders.OrderFills;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.OrderState;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PositionKey;
import io.nqba.model.finance.PriceTick;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.grid.CacheNames;
import io.nqba.node.testing.FinanceFixture;
import io.nqba.node.testing.GridFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLifeCycleIT {
    private static final String PORTFOLIO = "p-balanced";

    @SuppressWarnings("NullAway.Init")
    private static GridFixture grid;

    @SuppressWarnings("NullAway.Init")
    private static RiskDeskFixture desk;

    @BeforeAll
    static void start() {
        grid = GridFixture.inMemory(3);
        desk = new RiskDeskFixture(grid);
    }

    @AfterAll
    static void stop() {
        desk.close();
        grid.close();
    }

    @BeforeEach
    void fresh() {
        for (String cache : List.of(
                CacheNames.PAPER_ORDER,
                CacheNames.TRADE,
                CacheNames.RISK_LIMIT,
                CacheNames.POSITION,
                CacheNames.AUDIT_ENTRY)) {
            grid.ignite().cache(cache).clear();
        }
        FinanceFixture.put(grid.ignite());
    }

    @Test
    void anOrderIsFilledPieceByPieceAndBooked() throws InterruptedException {
        Order accepted = desk.order("o-1", PORTFOLIO, OrderSide.BUY, "I1", 50);
        long then = accepted.createdMillis();

        int first = tick("I1", 31, 150, then + 1);
        int again = tick("I1", 31, 150, then + 1);
        int second = tick("I1", 32, 1_000, then + 2);

        assertThat(accepted.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(List.of(first, again, second)).containsExactly(1, 0, 1);
        Order filled = desk.order("o-1", PORTFOLIO, OrderSide.BUY, "I1", 50);
        assertThat(filled.state()).isEqualTo(OrderState.FILLED);
        assertThat(filled.averagePrice()).isCloseTo((30 * 31 + 20 * 32) / 50.0, within(1e-12));
        double paid = 30 * 31 + 20 * 32;
        assertThat(portfolio().cash()).isCloseTo(10_000 - paid - 0.001 * paid, within(1e-9));
        // 20 at 30 before, 50 at 31.4 now.
        assertThat(position("I1").shares()).isEqualTo(70);
        assertThat(position("I1").averageCost()).isCloseTo((20 * 30 + paid) / 70, within(1e-9));
        assertThat(sql("SELECT SHARES, PRICE FROM TRADE WHERE ORDER_ID = 'o-1' ORDER BY AT_MILLIS"))
                .isEqualTo(List.of(List.of(30L, 31.0), List.of(20L, 32.0)));
        // One entry per fill, although a batch came twice.
        assertThat(sql("SELECT ACCOUNT, ACTION, SUBJECT, OUTCOME FROM AUDIT_ENTRY ORDER BY SUBJECT"))
                .isEqualTo(List.of(
                        List.of("trader", "order.fill", "o-1: BUY 20 of 50 I1 at 32.0", "ok"),
                        List.of("trader", "order.fill", "o-1: BUY 30 of 50 I1 at 31.0", "ok")));
        assertThat(sql("SELECT COUNT(*) FROM PAPER_ORDER WHERE OPEN_INSTRUMENT_ID IS NOT NULL"))
                .isEqualTo(List.of(List.of(0L)));
    }

    @Test
    void aCancelledOrderTradesNoMore() throws InterruptedException {
        Order accepted = desk.order("o-2", PORTFOLIO, OrderSide.BUY, "I1", 50);
        tick("I1", 31, 50, accepted.createdMillis() + 1);

        Order cancelled = desk.cancel(PORTFOLIO, "o-2");

        assertThat(cancelled.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(cancelled.filledShares()).isEqualTo(10);
        assertThat(cancelled.reason()).isEqualTo("Cancelled by trader.");
        assertThat(tick("I1", 31, 5_000, accepted.createdMillis() + 2)).isZero();
        assertThat(desk.cancel(PORTFOLIO, "o-2")).isEqualTo(cancelled);
        assertThatThrownBy(() -> desk.cancel(PORTFOLIO, "o-none")).hasMessageContaining("o-none");
    }

    @Test
    void aLimitOrderWaitsForItsPrice() throws InterruptedException {
        Order accepted = desk.order(
                new OrderRequest("o-3", PORTFOLIO, "I2", OrderSide.SELL, OrderKind.LIMIT, 5, 44.5, "trader"));

        assertThat(tick("I2", 44.4, 1_000, accepted.createdMillis() + 1)).isZero();
        assertThat(tick("I2", 44.5, 1_000, accepted.createdMillis() + 2)).isEqualTo(1);
        assertThat(position("I2").shares()).isEqualTo(25);
    }

    @Test
    void aBookLimitRejectsAndSaysWhatWouldPass() throws InterruptedException {
        desk.limit("book-var", RiskScope.BOOK, FinanceFixture.BOOK, LimitMeasure.VALUE_AT_RISK_99, 0.001, 0.02);

        Order rejected = desk.order("o-4", PORTFOLIO, OrderSide.BUY, "I6", 100_000);

        assertThat(rejected.state()).isEqualTo(OrderState.REJECTED);
        assertThat(rejected.refusals()).extracting(refusal -> refusal.limitId()).contains("book-var");
        assertThat(rejected.reason()).contains("Limit book-var", "value at risk (99 %)", "shares would pass");
        var refusal = rejected.refusals().stream()
                .filter(one -> one.limitId().equals("book-var"))
                .findFirst()
                .orElseThrow();
        assertThat(refusal.after()).isGreaterThan(refusal.breachLevel());
        assertThat(refusal.note()).contains("Backtest at 99 %");
        long most = rejected.refusals().stream()
                .mapToLong(one -> one.largestShares())
                .min()
                .orElseThrow();
        assertThat(desk.order("o-5", PORTFOLIO, OrderSide.BUY, "I6", most + 1).state())
                .isEqualTo(OrderState.REJECTED);
        assertThat(desk.order("o-6", PORTFOLIO, OrderSide.BUY, "I6", most).state())
                .isEqualTo(OrderState.ACCEPTED);
        // What is open counts: nothing more fits now.
        assertThat(desk.order("o-7", PORTFOLIO, OrderSide.BUY, "I6", most).state())
                .isEqualTo(OrderState.REJECTED);
    }

    @Test
    void ordersThatArriveTogetherDoNotBreachTogether() throws Exception {
        desk.limit("sum", RiskScope.BOOK, FinanceFixture.BOOK, LimitMeasure.LEVERAGE, 0.5, 0.95);
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Order>> orders = new ArrayList<>();
            for (int k = 0; k < 16; k++) {
                String id = "together-" + k;
                orders.add(() -> desk.order(id, PORTFOLIO, OrderSide.BUY, "I5", 20));
            }
            long accepted = 0;
            for (Future<Order> order : hands.invokeAll(orders)) {
                accepted += order.get().state() == OrderState.ACCEPTED ? 1 : 0;
            }

            assertThat(accepted).isBetween(1L, 15L);
            Order next = desk.order("together-last", PORTFOLIO, OrderSide.BUY, "I5", 20);
            assertThat(next.refusals().get(0).before()).isLessThanOrEqualTo(0.95);
        } finally {
            hands.shutdownNow();
        }
    }

    @Test
    void nonsenseIsRefusedFieldByField() {
        assertThat(fields(() -> desk.order("x", PORTFOLIO, OrderSide.BUY, "NOPE", 1)))
                .containsExactly("instrumentId");
        assertThat(fields(() -> desk.order(
                        new OrderRequest("x", PORTFOLIO, "I1", OrderSide.BUY, OrderKind.LIMIT, 0, -3, "trader"))))
                .containsExactly("shares", "limitPrice");
        assertThat(fields(() -> desk.order(new OrderRequest(
                        "x", PORTFOLIO, "I1", OrderSide.BUY, OrderKind.MARKET, Long.MAX_VALUE, 5, "trader"))))
                .containsExactly("shares", "limitPrice");
        assertThat(fields(() -> desk.order("x", PORTFOLIO, OrderSide.SELL, "I1", 21)))
                .containsExactly("shares");
        assertThat(fields(() -> desk.order("x", "nobody", OrderSide.BUY, "I1", 1)))
                .containsExactly("portfolioId");
    }

    private static List<String> fields(org.assertj.core.api.ThrowableAssert.ThrowingCallable order) {
        NqbaException refused = org.assertj.core.api.Assertions.catchThrowableOfType(NqbaException.class, order);
        return refused.fields().stream().map(FieldProblem::field).toList();
    }

    private static int tick(String instrumentId, double price, double volume, long atMillis) {
        return OrderFills.apply(grid.ignite(1), List.of(new PriceTick(instrumentId, atMillis, price, volume)));
    }

    private static Portfolio portfolio() {
        return grid.ignite().<String, Portfolio>cache(CacheNames.PORTFOLIO).get(PORTFOLIO);
    }

    private static Position position(String instrumentId) {
        return grid.ignite()
                .<PositionKey, Position>cache(CacheNames.POSITION)
                .get(new PositionKey(PORTFOLIO, instrumentId));
    }

    private static List<List<?>> sql(String statement) {
        return grid.ignite()
                .cache(CacheNames.TRADE)
                .query(new SqlFieldsQuery(statement).setSchema("PUBLIC"))
                .getAll();
    }
}
