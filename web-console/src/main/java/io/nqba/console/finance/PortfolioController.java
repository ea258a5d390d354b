package io.nqba.console.finance;

import io.nqba.console.finance.PortfolioView.MandateView;
import io.nqba.console.paging.Cursor;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.PortfolioReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books, portfolios and what they hold. */
@RestController
@RequestMapping(path = "/api/v1/goliath", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "GOLIATH data")
class PortfolioController {
    private static final int MOST_LINES = 100;
    private static final CsvTable<PortfolioRow> PORTFOLIOS = new CsvTable<PortfolioRow>()
            .column("portfolio_id", PortfolioRow::id)
            .column("book_id", PortfolioRow::bookId)
            .column("name", PortfolioRow::name)
            .column("owner", PortfolioRow::owner)
            .column("universe_id", PortfolioRow::universeId)
            .column("currency", PortfolioRow::currency)
            .column("cash", PortfolioRow::cash);
    private static final CsvTable<PositionView> POSITIONS = new CsvTable<PositionView>()
            .column("instrument_id", PositionView::instrumentId)
            .column("name", PositionView::name)
            .column("issuer", PositionView::issuer)
            .column("sector", PositionView::sector)
            .column("shares", PositionView::shares)
            .column("average_cost", PositionView::averageCost)
            .column("price", PositionView::price)
            .column("value", PositionView::value)
            .column("weight", PositionView::weight)
            .column("gain", PositionView::gain);
    private static final CsvTable<BookReportView.Day> DAYS = new CsvTable<BookReportView.Day>()
            .column("date", BookReportView.Day::day)
            .column("value", BookReportView.Day::value)
            .column("equal_weight", BookReportView.Day::equalWeight);

    private final PortfolioGateway grid;

    PortfolioController(PortfolioGateway grid) {
        this.grid = grid;
    }

    @Operation(summary = "List books by name")
    @GetMapping("/books")
    Mono<Page<BookView>> books() {
        return grid.books().map(Page::whole);
    }

    @Operation(
            summary = "What a book is worth and was worth",
            description =
                    "Day by day beside a portfolio that holds every instrument equally; the past is that of what is"
                            + " held today. At most 100 portfolios are listed, the largest first. `?format=csv` has the days.")
    @GetMapping("/books/{bookId}/report")
    Mono<BookReportView> report(
            @PathVariable String bookId,
            @Parameter(description = "Inclusive", example = "2026-01-02") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Inclusive", example = "2026-03-31") @RequestParam(required = false) @Nullable
                    LocalDate to) {
        DayRange range = DayRange.of(from, to);
        return grid.report(new BookQuery(
                        bookId, range.from().toEpochDay(), range.to().toEpochDay(), MOST_LINES))
                .map(BookReportView::of);
    }

    @GetMapping(path = "/books/{bookId}/report", produces = CsvTable.MEDIA_TYPE)
    Flux<String> reportCsv(
            @PathVariable String bookId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            ServerHttpResponse response) {
        return report(bookId, from, to)
                .flatMapMany(view -> DAYS.lines(Flux.fromIterable(view.days()), response, "book-" + bookId + ".csv"));
    }

    @Operation(summary = "List portfolios by book and name")
    @GetMapping("/portfolios")
    Mono<Page<PortfolioRow>> portfolios(
            @Parameter(example = "meridian") @RequestParam(required = false) @Size(max = 200) @Nullable String bookId,
            @Parameter(description = "Part of id, name or owner, any case")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String search,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return grid.portfolios(new PortfolioQuery(bookId, search, cursor, limit));
    }

    @GetMapping(path = "/portfolios", produces = CsvTable.MEDIA_TYPE)
    Flux<String> portfoliosCsv(
            @RequestParam(required = false) @Size(max = 200) @Nullable String bookId,
            @RequestParam(required = false) @Size(max = 100) @Nullable String search,
            ServerHttpResponse response) {
        Flux<PortfolioRow> rows =
                Pages.all(cursor -> grid.portfolios(new PortfolioQuery(bookId, search, cursor, Page.MAX_LIMIT)));
        return PORTFOLIOS.lines(rows, response, "portfolios.csv");
    }

    @Operation(summary = "Look at one portfolio at the last prices")
    @GetMapping("/portfolios/{portfolioId}")
    Mono<PortfolioView> portfolio(@PathVariable String portfolioId) {
        return grid.portfolio(portfolioId).map(PortfolioController::view);
    }

    private static PortfolioView view(PortfolioReport report) {
        Portfolio portfolio = report.portfolio();
        return new PortfolioView(
                portfolio.portfolioId(),
                portfolio.bookId(),
                portfolio.name(),
                portfolio.owner(),
                portfolio.universeId(),
                portfolio.currency(),
                report.value(),
                portfolio.cash(),
                report.positions().size(),
                LocalDate.ofEpochDay(report.day()),
                MandateView.of(portfolio.mandate()));
    }

    @Operation(summary = "Positions of a portfolio at the last prices, by instrument")
    @GetMapping("/portfolios/{portfolioId}/positions")
    Mono<Page<PositionView>> positions(
            @PathVariable String portfolioId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<String> last = Cursor.parse(cursor, 1);
        return grid.portfolio(portfolioId)
                .map(report -> Page.of(
                        report.positions().stream()
                                .filter(line ->
                                        last.isEmpty() || line.instrumentId().compareTo(last.get(0)) > 0)
                                .limit(limit + 1L)
                                .map(PositionView::of)
                                .toList(),
                        limit,
                        position -> Cursor.after(position.instrumentId())));
    }

    @GetMapping(path = "/portfolios/{portfolioId}/positions", produces = CsvTable.MEDIA_TYPE)
    Flux<String> positionsCsv(@PathVariable String portfolioId, ServerHttpResponse response) {
        return grid.portfolio(portfolioId)
                .flatMapMany(report -> POSITIONS.lines(
                        Flux.fromIterable(report.positions()).map(PositionView::of),
                        response,
                        "positions-" + portfolioId + ".csv"));
    }
}
