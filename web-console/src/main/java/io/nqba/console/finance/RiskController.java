package io.nqba.console.finance;

import io.nqba.console.stream.LiveStream;
import io.nqba.console.table.CsvTable;
import io.nqba.model.finance.BookRiskQuery;
import io.nqba.model.finance.RiskQuery;
import io.nqba.model.finance.RiskReport;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.finance.Shock;
import io.nqba.model.finance.ShockTarget;
import io.nqba.model.finance.StressRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Risk of books and portfolios. */
@RestController
@RequestMapping("/api/v1/goliath")
@Tag(
        name = "GOLIATH risk",
        description = "Value at risk with its backtest, contributions, stress, limits, paper orders.")
class RiskController {
    private static final String USUAL_DAYS = "500";
    private static final String USUAL_PARTICIPATION = "0.2";
    private static final int MOST_DAYS = 5_000;
    private static final CsvTable<BookRiskView.Line> PORTFOLIOS = new CsvTable<BookRiskView.Line>()
            .column("portfolio_id", BookRiskView.Line::portfolioId)
            .column("name", BookRiskView.Line::name)
            .column("value", BookRiskView.Line::value)
            .column("value_at_risk_95", BookRiskView.Line::valueAtRisk95)
            .column("value_at_risk_99", BookRiskView.Line::valueAtRisk99)
            .column("share_of_book", BookRiskView.Line::shareOfBook);

    private final RiskGateway risk;
    private final LiveStream streams;

    RiskController(RiskGateway risk, LiveStream streams) {
        this.risk = risk;
        this.streams = streams;
    }

    @Operation(
            summary = "Risk of a portfolio",
            description =
                    "Value at risk and expected shortfall by four methods, each with the backtest of just that recipe;"
                            + " contributions that sum to the whole, beta, drawdown, worst windows of the past, concentration,"
                            + " liquidity, use of limits. `?format=csv` has profit and forecasts day by day.")
    @GetMapping(path = "/risk/portfolios/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RiskView> ofPortfolio(
            @PathVariable String id,
            @Parameter(description = "Days that each estimate uses")
                    @RequestParam(defaultValue = USUAL_DAYS)
                    @Min(30)
                    @Max(MOST_DAYS)
                    int estimationDays,
            @Parameter(description = "Share of the market volume that we may be when selling")
                    @RequestParam(defaultValue = USUAL_PARTICIPATION)
                    @DecimalMin(value = "0", inclusive = false)
                    @DecimalMax("1")
                    double participation) {
        return report(RiskScope.PORTFOLIO, id, estimationDays, participation).map(RiskView::of);
    }

    @Operation(summary = "Risk of a book: all its portfolios together, with the same figures")
    @GetMapping(path = "/risk/books/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<RiskView> ofBook(
            @PathVariable String id,
            @RequestParam(defaultValue = USUAL_DAYS) @Min(30) @Max(MOST_DAYS) int estimationDays,
            @RequestParam(defaultValue = USUAL_PARTICIPATION)
                    @DecimalMin(value = "0", inclusive = false)
                    @DecimalMax("1")
                    double participation) {
        return report(RiskScope.BOOK, id, estimationDays, participation).map(RiskView::of);
    }

    @Operation(
            summary = "Value at risk of a book, portfolio by portfolio",
            description =
                    "The largest portfolios one by one, the others together; each with its share of the book's value at risk."
                            + " The shares sum to 1. `?format=csv` or `Accept: text/csv` for CSV.")
    @GetMapping(path = "/risk/books/{id}/portfolios", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<BookRiskView> byPortfolio(
            @PathVariable String id,
            @RequestParam(defaultValue = USUAL_DAYS) @Min(30) @Max(MOST_DAYS) int estimationDays,
            @Parameter(description = "Portfolios with a line of their own")
                    @RequestParam(defaultValue = "100")
                    @Min(1)
                    @Max(200)
                    int limit) {
        return risk.byPortfolio(new BookRiskQuery(id, limit, estimationDays)).map(BookRiskView::of);
    }

    @GetMapping(path = "/risk/books/{id}/portfolios", produces = CsvTable.MEDIA_TYPE)
    Flux<String> byPortfolioCsv(
            @PathVariable String id,
            @RequestParam(defaultValue = USUAL_DAYS) @Min(30) @Max(MOST_DAYS) int estimationDays,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit,
            ServerHttpResponse response) {
        return byPortfolio(id, estimationDays, limit)
                .flatMapMany(view ->
                        PORTFOLIOS.lines(Flux.fromIterable(view.lines()), response, "risk-portfolios-" + id + ".csv"));
    }

    @GetMapping(path = "/risk/portfolios/{id}", produces = CsvTable.MEDIA_TYPE)
    Flux<String> ofPortfolioCsv(
            @PathVariable String id,
            @RequestParam(defaultValue = USUAL_DAYS) @Min(30) @Max(MOST_DAYS) int estimationDays,
            ServerHttpResponse response) {
        return csv(RiskScope.PORTFOLIO, id, estimationDays, response);
    }

    @GetMapping(path = "/risk/books/{id}", produces = CsvTable.MEDIA_TYPE)
    Flux<String> ofBookCsv(
            @PathVariable String id,
            @RequestParam(defaultValue = USUAL_DAYS) @Min(30) @Max(MOST_DAYS) int estimationDays,
            ServerHttpResponse response) {
        return csv(RiskScope.BOOK, id, estimationDays, response);
    }

    @Operation(
            summary = "That something changed, live",
            description = "Server-Sent Events `changed` when prices, orders or limits of a book or portfolio may have"
                    + " changed; fetch its risk again. Never ends.")
    @GetMapping(path = "/risk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changed>> events(
            @RequestParam RiskScope scope, @RequestParam @NotBlank @Size(max = 200) String id) {
        return streams.of(risk.changes(scope, id)
                .map(sequence -> ServerSentEvent.builder(new Changed(sequence))
                        .id(Long.toString(sequence))
                        .event("changed")
                        .build()));
    }

    @Operation(
            summary = "What shocks would do",
            description =
                    "Changes of prices, such as -0.2 for 20 % down, for all, for sectors, for instruments; the narrowest"
                            + " shock of an instrument counts. Nothing is stored.")
    @PostMapping(
            path = "/stress",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<StressView> stress(@Valid @RequestBody Mono<StressBody> body) {
        return body.flatMap(given -> risk.stress(given.toRequest())).map(StressView::of);
    }

    private Mono<RiskReport> report(RiskScope scope, String id, int estimationDays, double participation) {
        return risk.report(new RiskQuery(scope, id, estimationDays, participation));
    }

    private Flux<String> csv(RiskScope scope, String id, int estimationDays, ServerHttpResponse response) {
        return report(scope, id, estimationDays, RiskQuery.USUAL_PARTICIPATION)
                .flatMapMany(report -> columns(report)
                        .lines(Flux.fromIterable(RiskView.days(report)), response, "risk-" + id + ".csv"));
    }

    private static CsvTable<RiskView.DayView> columns(RiskReport report) {
        CsvTable<RiskView.DayView> table = new CsvTable<RiskView.DayView>()
                .column("day", RiskView.DayView::day)
                .column("profit", RiskView.DayView::profit);
        for (int k = 0; k < report.tails().size(); k++) {
            int place = k;
            String name = "value_at_risk_%.0f_%s"
                    .formatted(
                            100 * report.tails().get(k).confidence(),
                            report.tails().get(k).method().name().toLowerCase(Locale.ROOT));
            table.column(name, day -> day.forecasts().get(place));
        }
        return table;
    }

    /**
     * Something may have changed.
     *
     * @param sequence grows with each change
     */
    record Changed(long sequence) {}

    /**
     * A stress scenario.
     *
     * @param id of the book or portfolio
     * @param name what to call it
     */
    @Schema(example = """
                    {"scope": "BOOK", "id": "meridian", "name": "Oil shock",
                     "shocks": [{"target": "ALL", "change": -0.05}, {"target": "SECTOR", "name": "Energy", "change": -0.25}]}""")
    record StressBody(
            @NotNull RiskScope scope,
            @NotBlank @Size(max = 200) String id,
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull ShockBody> shocks) {
        StressRequest toRequest() {
            return new StressRequest(
                    scope, id, name, shocks.stream().map(ShockBody::toShock).toList());
        }
    }

    /**
     * A shock.
     *
     * @param name sector or instrument; left out for all
     * @param change of the price, such as -0.2
     */
    record ShockBody(
            @NotNull ShockTarget target,
            @Size(max = 200) @Nullable String name,
            @NotNull @DecimalMin("-1") @DecimalMax("10") Double change) {
        Shock toShock() {
            return new Shock(target, name == null ? "" : name, change);
        }
    }
}
