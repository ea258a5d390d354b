package io.nqba.console.page.finance;

import io.nqba.console.page.Figures;
import io.nqba.model.finance.BookRiskReport;
import io.nqba.model.finance.PortfolioRisk;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** The portfolios of a book with the value at risk of each, as the risk page shows them. */
public final class BookRiskTable {
    private static final int BAR = 1_000;

    private final BookRiskReport report;

    BookRiskTable(BookRiskReport report) {
        this.report = report;
    }

    /**
     * One portfolio.
     *
     * @param href its own risk; empty for the line of all others
     * @param width of its bar, of 1000
     */
    public record Row(
            String href,
            String name,
            String value,
            String at95,
            String at99,
            String share,
            int width,
            boolean hedges) {}

    /** Returns the lines, the largest share first. */
    public List<Row> rows() {
        double most = report.lines().stream()
                .mapToDouble(line -> Math.abs(line.share()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return report.lines().stream().map(line -> row(line, most)).toList();
    }

    private static Row row(PortfolioRisk line, double most) {
        boolean known = Double.isFinite(line.share());
        return new Row(
                line.portfolioId().isEmpty() ? "" : href(line.portfolioId()),
                line.name(),
                Figures.number(line.value(), 0),
                Figures.number(line.valueAtRisk95(), 0),
                Figures.number(line.valueAtRisk99(), 0),
                known ? Figures.number(100 * line.share(), 1) : "–",
                known && most > 0 ? (int) Math.round(BAR * Math.abs(line.share()) / most) : 0,
                known && line.share() < 0);
    }

    private static String href(String portfolioId) {
        return UriComponentsBuilder.fromPath("/goliath/risk")
                .queryParam("scope", "portfolio")
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(portfolioId)
                .toUriString();
    }

    /** Returns what holding the portfolios together takes off. */
    public String note() {
        double alone = report.lines().stream()
                .mapToDouble(PortfolioRisk::valueAtRisk99)
                .sum();
        if (!(alone > report.valueAtRisk99()) || report.lines().size() < 2) {
            return "historical, over %s days; the shares sum to 100 %%"
                    .formatted(Figures.count(report.estimationDays()));
        }
        return "at 99 %% they sum to %s, the book has %s: spreading takes off %s %%"
                .formatted(
                        Figures.money(alone, report.currency()),
                        Figures.money(report.valueAtRisk99(), report.currency()),
                        Figures.number(100 * (1 - report.valueAtRisk99() / alone), 0));
    }

    /** Returns where the table is as CSV. */
    public String csvHref() {
        return UriComponentsBuilder.fromPath("/api/v1/goliath/risk/books/{id}/portfolios")
                .queryParam("format", "csv")
                .encode()
                .buildAndExpand(report.bookId())
                .toUriString();
    }
}
