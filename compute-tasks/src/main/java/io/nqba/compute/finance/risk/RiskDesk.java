package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.finance.risk.RiskSweeps.Profits;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.LimitRefusal;
import io.nqba.model.finance.OrderRequest;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskMethod;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.StressOutcome;
import io.nqba.model.finance.StressRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.Ignite;

/** Answers questions about risk on one node, asking the others for sums. Blocks until they answer: call it on a thread of its own. */
public final class RiskDesk {
    private final Ignite ignite;

    public RiskDesk(Ignite ignite) {
        this.ignite = ignite;
    }

    /** Measures the risk of a book or portfolio and keeps its tail losses of the day. */
    public RiskReport report(RiskQuery query) {
        RiskSubject subject = RiskSubject.find(ignite, query.scope(), query.subjectId());
        RiskSweeps sweeps = new RiskSweeps(ignite);
        RiskBasis basis = RiskBasis.held(ignite, sweeps, subject);
        double[][] holdings = {basis.values(), basis.market()};
        Profits profits = sweeps.profits(subject.universeId(), basis.scenarios(), holdings);
        RiskWindow window = basis.window(profits.uncovered(), query.estimationDays());
        List<RiskLimit> limits = query.scope() == RiskScope.BOOK
                ? RiskLimits.of(ignite, RiskScope.BOOK, query.subjectId())
                : RiskLimits.of(ignite, PortfolioBook.requirePortfolio(ignite, query.subjectId()));
        return new RiskReports(basis, window, profits, sweeps, query).report(limits);
    }

    /** Returns what shocks would do to a book or portfolio. */
    public StressOutcome stress(StressRequest request) {
        RiskSubject subject = RiskSubject.find(ignite, request.scope(), request.subjectId());
        return StressTests.shocked(RiskBasis.held(ignite, new RiskSweeps(ignite), subject), request);
    }

    /**
     * Checks an order against the limits of its portfolio and of its book.
     *
     * @return the limits that refuse it; empty when it passes
     */
    public List<LimitRefusal> check(Portfolio portfolio, Book book, OrderRequest order, int lotShares) {
        RiskSubject own = RiskSubject.of(portfolio);
        RiskSubject common = RiskSubject.of(book);
        List<RiskLimit> bookLimits = RiskLimits.of(ignite, RiskScope.BOOK, book.bookId());
        List<OrderCheck.Scope> scopes = new ArrayList<>();
        scopes.add(scope(own, order.instrumentId(), RiskLimits.of(ignite, portfolio)));
        if (!bookLimits.isEmpty()) {
            scopes.add(scope(common, order.instrumentId(), bookLimits));
        }
        int asset = PriceHistory.of(ignite, portfolio.universeId()).row(order.instrumentId());
        return new OrderCheck(asset, order.side().sign(), order.shares(), lotShares).refusals(scopes);
    }

    private OrderCheck.Scope scope(RiskSubject subject, String instrumentId, List<RiskLimit> limits) {
        RiskSweeps sweeps = new RiskSweeps(ignite);
        RiskBasis basis = RiskBasis.heldAtWorst(ignite, sweeps, subject);
        if (limits.stream().noneMatch(limit -> limit.measure().tail())) {
            return new OrderCheck.Scope(basis.holdings(new double[0]), limits, new double[0], List.of());
        }
        double[] one = new double[basis.shares().length];
        one[basis.history().row(instrumentId)] = 1;
        Profits profits = sweeps.profits(subject.universeId(), basis.scenarios(), new double[][] {basis.values(), one});
        RiskWindow window = basis.window(profits.uncovered(), RiskQuery.USUAL_DAYS);
        double[] used = window.used(profits.profits()[0]);
        return new OrderCheck.Scope(
                basis.holdings(window.estimation(profits.profits()[0])),
                limits,
                window.estimation(profits.profits()[1]),
                TailRisks.of(RiskMethod.HISTORICAL, used, window.estimation()));
    }
}
