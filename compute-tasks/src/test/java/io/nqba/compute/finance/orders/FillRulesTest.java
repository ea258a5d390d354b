package io.nqba.compute.finance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.finance.orders.FillRules.Fill;
import io.nqba.compute.finance.orders.FillRules.Waiting;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKey;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.OrderState;
import io.nqba.model.finance.Position;
import io.nqba.model.finance.PriceTick;
import io.nqba.testing.SeededTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FillRulesTest {
    @Test
    void aTickFillsAtMostAFifthOfItsVolume() {
        Waiting order = market("a", OrderSide.BUY, 500, 10);

        assertThat(FillRules.deal(tick(20, 1_000, 11), List.of(order), 1)).containsExactly(new Fill(order.key(), 200));
        assertThat(FillRules.deal(tick(20, 10_000, 11), List.of(order), 1)).containsExactly(new Fill(order.key(), 500));
        assertThat(FillRules.deal(tick(20, 0, 11), List.of(order), 1)).isEmpty();
        assertThat(FillRules.deal(tick(20, 1_004, 11), List.of(order), 50)).containsExactly(new Fill(order.key(), 200));
    }

    @Test
    void aTickFromBeforeTheOrderFillsNothing() {
        Waiting order = market("a", OrderSide.BUY, 500, 10);

        assertThat(FillRules.deal(tick(20, 1_000, 10), List.of(order), 1)).isEmpty();
        assertThat(FillRules.deal(tick(20, 1_000, 9), List.of(order), 1)).isEmpty();
    }

    @Test
    void aLimitHolds() {
        Waiting buy = limited("b", OrderSide.BUY, 100, 20, 1);
        Waiting sell = limited("s", OrderSide.SELL, 100, 20, 1);

        assertThat(FillRules.deal(tick(20.01, 1_000, 5), List.of(buy, sell), 1))
                .containsExactly(new Fill(sell.key(), 100));
        assertThat(FillRules.deal(tick(19.99, 1_000, 5), List.of(buy, sell), 1))
                .containsExactly(new Fill(buy.key(), 100));
    }

    @Test
    void marketFirstThenTheBetterPriceThenTheOlder() {
        Waiting market = market("m", OrderSide.BUY, 50, 4);
        Waiting better = limited("x", OrderSide.BUY, 50, 22, 3);
        Waiting older = limited("y", OrderSide.BUY, 50, 21, 1);
        Waiting younger = limited("z", OrderSide.BUY, 50, 21, 2);

        assertThat(FillRules.deal(tick(20, 800, 9), List.of(younger, older, better, market), 1))
                .extracting(fill -> fill.key().orderId() + fill.shares())
                .containsExactly("m50", "x50", "y50", "z10");
    }

    @SeededTest
    void noTickTradesMoreThanItsShareNorAnOrderMoreThanItIs(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Waiting> waiting = new ArrayList<>();
        int lot = 1 + dice.nextInt(10);
        for (int k = 0; k < 8; k++) {
            waiting.add(market(
                    "o" + k, dice.nextBoolean() ? OrderSide.BUY : OrderSide.SELL, lot * (1L + dice.nextInt(50)), k));
        }
        double volume = dice.nextDouble(5_000);

        List<Fill> fills = FillRules.deal(tick(10, volume, 100), waiting, lot);

        assertThat(fills.stream().mapToLong(Fill::shares).sum()).isLessThanOrEqualTo((long) (0.2 * volume));
        assertThat(fills).allSatisfy(fill -> assertThat(fill.shares() % lot).isZero());
        assertThat(fills)
                .allSatisfy(fill -> assertThat(fill.shares())
                        .isLessThanOrEqualTo(waiting.stream()
                                .filter(one -> one.key().equals(fill.key()))
                                .findFirst()
                                .orElseThrow()
                                .order()
                                .openShares()));
    }

    @Test
    void fillsAddUpToTheWholeAtTheMeanPrice() {
        Order order = market("a", OrderSide.BUY, 300, 1).order();

        Order part = order.filled(100, 10, 2);
        Order whole = part.filled(200, 13, 3);

        assertThat(part.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(part.openShares()).isEqualTo(200);
        assertThat(whole.state()).isEqualTo(OrderState.FILLED);
        assertThat(whole.averagePrice()).isCloseTo(12, within(1e-12));
        assertThat(whole.openShares()).isZero();
        assertThatThrownBy(() -> whole.filled(1, 10, 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> part.filled(201, 10, 4)).hasMessageContaining("200 open shares");
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void whatHasEndedStaysEnded(OrderState state) {
        for (OrderState next : OrderState.values()) {
            assertThat(state.leadsTo(next) && state.terminal()).isFalse();
        }
        assertThat(state.open() && state.terminal()).isFalse();
        assertThat(OrderState.CANCELLED.leadsTo(OrderState.FILLED)).isFalse();
        assertThat(OrderState.NEW.leadsTo(OrderState.FILLED)).isFalse();
    }

    @Test
    void averageCostChangesOnlyWithMoreOfTheSame() {
        Position held = new Position(100, 10);

        assertThat(Booking.after(held, OrderSide.BUY, 100, 20)).isEqualTo(new Position(200, 15));
        assertThat(Booking.after(held, OrderSide.SELL, 40, 20)).isEqualTo(new Position(60, 10));
        assertThat(Booking.after(held, OrderSide.SELL, 100, 20)).isNull();
        assertThat(Booking.after(held, OrderSide.SELL, 150, 20)).isEqualTo(new Position(-50, 20));
        assertThat(Booking.after(new Position(-50, 20), OrderSide.SELL, 50, 30)).isEqualTo(new Position(-100, 25));
        assertThat(Booking.after(null, OrderSide.BUY, 5, 7)).isEqualTo(new Position(5, 7));
    }

    private static PriceTick tick(double price, double volume, long atMillis) {
        return new PriceTick("I1", atMillis, price, volume);
    }

    private static Waiting market(String id, OrderSide side, long shares, long atMillis) {
        return waiting(id, side, OrderKind.MARKET, shares, Double.NaN, atMillis);
    }

    private static Waiting limited(String id, OrderSide side, long shares, double price, long atMillis) {
        return waiting(id, side, OrderKind.LIMIT, shares, price, atMillis);
    }

    private static Waiting waiting(
            String id, OrderSide side, OrderKind kind, long shares, double price, long atMillis) {
        OrderRequest request = new OrderRequest(id, "p", "I1", side, kind, shares, price, "trader");
        return new Waiting(
                new OrderKey("p", id), Order.handedIn(request, "book", atMillis).accepted(atMillis));
    }
}
