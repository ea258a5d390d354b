package io.nqba.compute.finance.orders;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Instrument;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.Portfolio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order must be before any limit looks at it. */
final class OrderRules {
    /** Far more than any instrument has; what is larger is a slip of the hand. */
    private static final long MOST_SHARES = 1_000_000_000_000L;

    private OrderRules() {}

    /**
     * Returns the instrument of a sound order.
     *
     * @throws NqbaException naming every field that is wrong
     */
    static Instrument check(
            OrderRequest request, Portfolio portfolio, PriceHistory history, @Nullable Instrument instrument) {
        String id = request.instrumentId();
        if (instrument == null || history.row(id) < 0 || Double.isNaN(history.lastClose(id))) {
            throw refused(
                    "instrumentId",
                    id,
                    "The universe (%s) of the portfolio has no price of it.".formatted(portfolio.universeId()),
                    "Name an instrument of the universe; GET /api/v1/goliath/instruments lists them.");
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (!instrument.isTraded(history.lastDay())) {
            problems.add(new FieldProblem(
                    "instrumentId",
                    id,
                    "It is not traded on the last day of prices.",
                    "Name an instrument that is traded."));
        }
        List<String> allowed = portfolio.mandate().instrumentIds();
        if (!allowed.isEmpty() && !allowed.contains(id)) {
            problems.add(new FieldProblem(
                    "instrumentId",
                    id,
                    "The mandate of the portfolio does not allow it.",
                    "Name one of the %d instruments of the mandate.".formatted(allowed.size())));
        }
        checkSize(request, instrument, problems);
        checkPrice(request, problems);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return instrument;
    }

    private static void checkSize(OrderRequest request, Instrument instrument, List<FieldProblem> problems) {
        int lot = instrument.lotShares();
        if (request.shares() < 1 || request.shares() > MOST_SHARES) {
            problems.add(new FieldProblem(
                    "shares",
                    Long.toString(request.shares()),
                    "It must lie between 1 and %,d.".formatted(MOST_SHARES),
                    "Send a whole number of shares."));
        } else if (request.shares() % lot != 0) {
            problems.add(new FieldProblem(
                    "shares",
                    Long.toString(request.shares()),
                    "%s trades in lots of %d.".formatted(request.instrumentId(), lot),
                    "Send a multiple of %d.".formatted(lot)));
        }
    }

    private static void checkPrice(OrderRequest request, List<FieldProblem> problems) {
        boolean priced = request.limitPrice() > 0 && Double.isFinite(request.limitPrice());
        if (request.kind() == OrderKind.LIMIT && !priced) {
            problems.add(new FieldProblem(
                    "limitPrice",
                    Double.isNaN(request.limitPrice()) ? "" : Double.toString(request.limitPrice()),
                    "A limit order needs a price above 0.",
                    "Send the worst price you accept, or kind MARKET."));
        }
        if (request.kind() == OrderKind.MARKET && !Double.isNaN(request.limitPrice())) {
            problems.add(new FieldProblem(
                    "limitPrice",
                    Double.toString(request.limitPrice()),
                    "A market order takes any price.",
                    "Leave it out, or send kind LIMIT."));
        }
    }

    static NqbaException refused(String field, String value, String problem, String remedy) {
        return refused(List.of(new FieldProblem(field, value, problem, remedy)));
    }

    private static NqbaException refused(List<FieldProblem> problems) {
        String first = problems.get(0).field();
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                problems.size() == 1
                        ? "The order has a wrong field: %s.".formatted(first)
                        : "The order has %d wrong fields.".formatted(problems.size()),
                problems.size() == 1 ? problems.get(0).remedy() : "Correct each field as its remedy says.",
                problems,
                null);
    }
}
