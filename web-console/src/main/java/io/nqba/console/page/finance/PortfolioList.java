package io.nqba.console.page.finance;

import io.nqba.console.finance.PortfolioGateway;
import io.nqba.console.finance.PortfolioQuery;
import io.nqba.console.finance.PortfolioRow;
import io.nqba.console.page.Figures;
import io.nqba.console.page.SortedTable;
import io.nqba.console.paging.Page;
import io.nqba.model.finance.Mandate;
import io.nqba.model.finance.PortfolioReport;
import java.util.List;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All portfolios of a book by name, with what their mandates allow. Serves books of any size: only the rows shown are
 * priced.
 *
 * @param table where the table stands
 * @param rows the rows of this page
 * @param sign sign of the currency
 */
record PortfolioList(SortedTable table, List<Row> rows, String sign) {
    private static final int ROWS = 50;
    private static final int PARALLEL_LOOKUPS = 8;
    private static final int LONGEST_FILTER = 100;

    /** One portfolio. */
    record Row(
            String href,
            String name,
            String owner,
            String value,
            String positions,
            String riskAversion,
            String weights,
            String allowed) {}

    static Mono<PortfolioList> read(PortfolioGateway grid, BookPage page, MultiValueMap<String, String> query) {
        String typed = BookPage.text(query, "q").strip();
        String filter = typed.substring(0, Math.min(LONGEST_FILTER, typed.length()));
        String after = BookPage.text(query, "after");
        return grid.portfolios(new PortfolioQuery(page.book().id(), filter, after.isEmpty() ? null : after, ROWS))
                .flatMap(found -> Flux.fromIterable(found.items())
                        .map(PortfolioRow::id)
                        .flatMapSequential(grid::portfolio, PARALLEL_LOOKUPS)
                        .map(PortfolioList::row)
                        .collectList()
                        .map(rows -> new PortfolioList(
                                table(page, filter, found, !after.isEmpty()),
                                rows,
                                Figures.currencySign(page.book().currency()))));
    }

    private static SortedTable table(BookPage page, String filter, Page<PortfolioRow> found, boolean later) {
        String shown = found.items().isEmpty()
                ? "No portfolio matches"
                : "%d of %s portfolios, by name"
                        .formatted(
                                found.items().size(), Figures.count(page.book().portfolios()));
        String next = found.next();
        return new SortedTable(
                "portfolios", page.href(), filter, "name", false, shown, next == null ? "" : next, later);
    }

    private static Row row(PortfolioReport report) {
        Mandate mandate = report.portfolio().mandate();
        return new Row(
                BookPage.portfolioHref(report.portfolio().portfolioId()),
                report.portfolio().name(),
                report.portfolio().owner(),
                Figures.number(report.value(), 0),
                Figures.count(report.positions().size()),
                Figures.number(mandate.riskAversion(), 1),
                Figures.percent(mandate.minWeight()) + " – " + Figures.percent(mandate.maxWeight()),
                mandate.instrumentIds().isEmpty()
                        ? "whole universe"
                        : Figures.count(mandate.instrumentIds().size()) + " instruments");
    }
}
