package io.nqba.node.finance;

import io.nqba.model.finance.CancelOrder;
import io.nqba.model.finance.LimitMeasure;
import io.nqba.model.finance.Order;
import io.nqba.model.finance.OrderKind;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.TaskNames;
import io.nqba.model.grid.TaskReply;
import io.nqba.node.testing.GridFixture;
import org.apache.ignite.client.IgniteClient;

/** Asks a test grid about risk and orders by thin client, as the console does. Close it before the grid. */
final class RiskDeskFixture implements AutoCloseable {
    private final IgniteClient client;

    RiskDeskFixture(GridFixture grid) {
        client = grid.client();
    }

    RiskReport report(RiskScope scope, String subjectId) throws InterruptedException {
        return report(RiskQuery.usual(scope, subjectId));
    }

    RiskReport report(RiskQuery query) throws InterruptedException {
        return ask(TaskNames.RISK_REPORT, query);
    }

    Order order(String orderId, String portfolioId, OrderSide side, String instrumentId, long shares)
            throws InterruptedException {
        return order(new OrderRequest(
                orderId, portfolioId, instrumentId, side, OrderKind.MARKET, shares, Double.NaN, "trader"));
    }

    Order order(OrderRequest request) throws InterruptedException {
        return ask(TaskNames.SUBMIT_ORDER, request);
    }

    Order cancel(String portfolioId, String orderId) throws InterruptedException {
        return ask(TaskNames.CANCEL_ORDER, new CancelOrder(portfolioId, orderId, "trader"));
    }

    void limit(String limitId, RiskScope scope, String subjectId, LimitMeasure measure, double warn, double breach) {
        client.<String, RiskLimit>cache(CacheNames.RISK_LIMIT)
                .put(limitId, new RiskLimit(limitId, scope, subjectId, measure, "", warn, breach, 1, "council", 1));
    }

    void removeLimit(String limitId) {
        client.cache(CacheNames.RISK_LIMIT).remove(limitId);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // The task says what it answers.
    <A, R> R ask(String task, A argument) throws InterruptedException {
        TaskReply<R> reply = client.compute().execute(task, argument);
        return reply.orThrow();
    }

    @Override
    public void close() {
        client.close();
    }
}
