package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.risk.RiskSweeps.Profits;
import io.nqba.compute.kernel.risk.TailLoss;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.PortfolioRisk;
import io.nqba.model.finance.RiskScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.ignite.Ignite;

/**
 * Value at risk of a book, portfolio by portfolio, over the same days as that of the whole. A portfolio's share of the book's value at
 * risk is its covariance with the book over the book's variance: what the value at risk of a normal book splits into, and the only split
 * of those in use that sums to the whole without hanging on a single day.
 */
final class BookRisk {
    private final RiskSweeps sweeps;
    private final BookRiskQuery query;
    private final RiskBasis basis;

    BookRisk(Ignite ignite, BookRiskQuery query) {
        this.query = query;
        sweeps = new RiskSweeps(ignite);
        basis = RiskBasis.held(ignite, sweeps, RiskSubject.find(ignite, RiskScope.BOOK, query.bookId()));
    }

    /** What gets a line: one portfolio, or all the others. */
    private record Part(String portfolioId, String name, Holdings holdings) {}

    BookRiskReport report() {
        List<Part> parts = parts();
        double[][] values = new double[parts.size() + 1][];
        values[0] = basis.values();
        for (int k = 0; k < parts.size(); k++) {
            Holdings holdings = parts.get(k).holdings();
            values[k + 1] = new double[basis.assets().size()];
            Arrays.setAll(values[k + 1], holdings::value);
        }
        Profits profits = sweeps.profits(basis.subject().universeId(), basis.scenarios(), values);
        RiskWindow window = basis.window(profits.uncovered(), query.estimationDays());
        double[] whole = window.estimation(profits.profits()[0]);
        List<PortfolioRisk> lines = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            lines.add(line(parts.get(k), window.estimation(profits.profits()[k + 1]), whole));
        }
        lines.sort(
                Comparator.comparing((PortfolioRisk line) -> line.portfolioId().isEmpty())
                        .thenComparing(PortfolioRisk::share, Comparator.reverseOrder())
                        .thenComparing(PortfolioRisk::portfolioId));
        return new BookRiskReport(
                query.bookId(),
                basis.subject().currency(),
                basis.history().lastDay(),
                window.estimation(),
                (int) basis.exposures().portfolios(),
                basis.holdings(new double[0]).netValue(),
                valueAtRisk(whole, TailRisks.CONFIDENCES[0]),
                valueAtRisk(whole, TailRisks.CONFIDENCES[1]),
                lines);
    }

    private List<Part> parts() {
        double[] prices =
                basis.assets().stream().mapToDouble(Holdings.Asset::price).toArray();
        BookHoldings held = sweeps.holdings(query.bookId(), basis.history().instrumentIds(), prices, query.mostLines());
        List<Part> parts = new ArrayList<>();
        for (PortfolioHolding one : held.largest()) {
            parts.add(new Part(
                    one.portfolioId(),
                    one.name(),
                    new Holdings(basis.assets(), one.spread(prices.length), one.cash(), new double[0])));
        }
        long others = held.others().portfolios();
        if (others > 0) {
            parts.add(new Part(
                    "",
                    others == 1 ? "1 other portfolio" : "%,d other portfolios".formatted(others),
                    new Holdings(
                            basis.assets(), held.others().held(), held.others().cash(), new double[0])));
        }
        return parts;
    }

    private static PortfolioRisk line(Part part, double[] profits, double[] whole) {
        return new PortfolioRisk(
                part.portfolioId(),
                part.name(),
                part.holdings().netValue(),
                valueAtRisk(profits, TailRisks.CONFIDENCES[0]),
                valueAtRisk(profits, TailRisks.CONFIDENCES[1]),
                covariance(profits, whole) / covariance(whole, whole));
    }

    private static double valueAtRisk(double[] profits, double confidence) {
        return TailLoss.estimate(TailLoss.Method.HISTORICAL, profits, confidence)
                .valueAtRisk();
    }

    /** Times the number of days, which cancels out. */
    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += (a[t] - meanA) * (b[t] - meanB);
        }
        return sum;
    }
}
