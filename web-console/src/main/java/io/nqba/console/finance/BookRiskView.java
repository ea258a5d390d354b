package io.nqba.console.finance;

import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.PortfolioRisk;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Value at risk of a book, portfolio by portfolio.
 *
 * @param currency ISO 4217 code of all money
 * @param estimationDays days that each estimate used
 * @param portfolios portfolios of the book
 * @param valueAtRisk95 of the book; less than the sum of the lines where they do not all lose on the same day
 * @param lines largest share first
 */
public record BookRiskView(
        String bookId,
        String currency,
        LocalDate asOf,
        int estimationDays,
        int portfolios,
        double value,
        double valueAtRisk95,
        double valueAtRisk99,
        List<Line> lines) {
    public BookRiskView {
        lines = List.copyOf(lines);
    }

    /**
     * One portfolio.
     *
     * @param portfolioId null for all that have no line of their own
     * @param valueAtRisk95 historical loss of one day, money
     * @param shareOfBook part of the book's value at risk, by how it moves with the book; all sum to 1; null where the book does not move
     */
    public record Line(
            @Nullable String portfolioId,
            String name,
            double value,
            double valueAtRisk95,
            double valueAtRisk99,
            @Nullable Double shareOfBook) {
        static Line of(PortfolioRisk risk) {
            return new Line(
                    risk.portfolioId().isEmpty() ? null : risk.portfolioId(),
                    risk.name(),
                    risk.value(),
                    risk.valueAtRisk95(),
                    risk.valueAtRisk99(),
                    Double.isNaN(risk.share()) ? null : risk.share());
        }
    }

    static BookRiskView of(BookRiskReport report) {
        return new BookRiskView(
                report.bookId(),
                report.currency(),
                LocalDate.ofEpochDay(report.asOfDay()),
                report.estimationDays(),
                report.portfolios(),
                report.value(),
                report.valueAtRisk95(),
                report.valueAtRisk99(),
                report.lines().stream().map(Line::of).toList());
    }
}
