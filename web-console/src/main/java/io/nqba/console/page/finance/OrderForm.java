package io.nqba.console.page.finance;

import io.nqba.console.finance.OrderBody;
import io.nqba.console.page.FormFields;
import io.nqba.console.page.ProblemBox;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.RiskScope;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * The form of a paper order, as the reader typed it.
 *
 * @param orderKey makes the same form sent twice one order
 * @param limitPrice empty for a market order
 */
public record OrderForm(
        String orderKey, String portfolioId, String instrumentId, String side, String shares, String limitPrice) {
    private static final long MOST_SHARES = 1_000_000_000_000L;

    static OrderForm fresh(RiskAddress address) {
        return new OrderForm(
                UUID.randomUUID().toString(),
                address.scope() == RiskScope.PORTFOLIO ? address.id() : "",
                "",
                "BUY",
                "",
                "");
    }

    static OrderForm of(MultiValueMap<String, String> fields) {
        return new OrderForm(
                first(fields, "orderKey"),
                first(fields, "portfolioId"),
                first(fields, "instrumentId"),
                first(fields, "side"),
                first(fields, "shares"),
                first(fields, "limitPrice"));
    }

    /** Returns the same order under a new key: what was rejected may be sent again, smaller. */
    OrderForm renewed() {
        return new OrderForm(UUID.randomUUID().toString(), portfolioId, instrumentId, side, shares, limitPrice);
    }

    /** What became of the form: an order, or what is wrong with which field. */
    sealed interface Checked {}

    /** All fields are good. */
    record Good(OrderBody body) implements Checked {}

    /** Some are not. */
    record Refused(ProblemBox problem) implements Checked {}

    Checked check() {
        FormFields fields = new FormFields();
        if (portfolioId.isEmpty()) {
            fields.refuse("portfolioId", "Choose for which portfolio.");
        }
        if (instrumentId.isEmpty()) {
            fields.refuse("instrumentId", "Name the instrument.");
        }
        long size = fields.whole("shares", shares.replace(",", ""), 1, MOST_SHARES);
        double price = limitPrice.isEmpty() ? 0 : fields.number("limitPrice", limitPrice, 1e-6, 1e9, "");
        if (!fields.good()) {
            return new Refused(fields.problem("The order was not placed"));
        }
        return new Good(new OrderBody(
                portfolioId,
                instrumentId,
                side.equals("SELL") ? OrderSide.SELL : OrderSide.BUY,
                limitPrice.isEmpty() ? OrderKind.MARKET : OrderKind.LIMIT,
                size,
                limitPrice.isEmpty() ? null : price));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
