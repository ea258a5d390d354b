package io.nqba.console.finance;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.paging.Page;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Answers of mandate runs: JSON in pages, CSV as a whole. */
@RestController
@RequestMapping("/api/v1/goliath/runs/{runId}")
@Tag(name = "GOLIATH mandates")
class MandateRunController {
    private static final CsvTable<FirmReportView.LimitUse> LIMITS = new CsvTable<FirmReportView.LimitUse>()
            .column("kind", FirmReportView.LimitUse::kind)
            .column("name", FirmReportView.LimitUse::name)
            .column("most", FirmReportView.LimitUse::most)
            .column("use_now", FirmReportView.LimitUse::useNow)
            .column("use_alone", FirmReportView.LimitUse::useAlone)
            .column("use", FirmReportView.LimitUse::use)
            .column("shadow_price", FirmReportView.LimitUse::shadowPrice)
            .column("words", FirmReportView.LimitUse::words);

    private static final CsvTable<MandateResultView> RESULTS = new CsvTable<MandateResultView>()
            .column("portfolio_id", MandateResultView::portfolioId)
            .column("portfolio_name", MandateResultView::portfolioName)
            .column("capital", MandateResultView::capital)
            .column("utility_now", MandateResultView::utilityNow)
            .column("utility_alone", MandateResultView::utilityAlone)
            .column("utility", MandateResultView::utility)
            .column("given_up", MandateResultView::givenUp)
            .column("expected_return", MandateResultView::expectedReturn)
            .column("volatility_now", MandateResultView::volatilityNow)
            .column("volatility", MandateResultView::volatility)
            .column("turnover", MandateResultView::turnover)
            .column("trading_cost", MandateResultView::tradingCost)
            .column("cash_weight", MandateResultView::cashWeight);

    private final MandateRunGateway mandates;
    private final RunAnswers answers;

    MandateRunController(MandateRunGateway mandates, RunAnswers answers) {
        this.mandates = mandates;
        this.answers = answers;
    }

    @Operation(
            summary = "Use and shadow price of each limit of the firm",
            description = "With a sentence for each. `?format=csv` or `Accept: text/csv` for CSV.")
    @GetMapping(path = "/firm-limits", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<FirmReportView> limits(@PathVariable String runId) {
        return answers.of(runId, "answer", mandates.report(runId));
    }

    @GetMapping(path = "/firm-limits", produces = CsvTable.MEDIA_TYPE)
    Flux<String> limitsCsv(@PathVariable String runId, ServerHttpResponse response) {
        return limits(runId)
                .flatMapMany(report ->
                        LIMITS.lines(Flux.fromIterable(report.limits()), response, "firm-limits-" + runId + ".csv"));
    }

    @Operation(
            summary = "What the run proposes for each mandate",
            description = "Utility now, alone and within the firm's limits. `?format=csv` has all rows.")
    @GetMapping(path = "/mandate-results", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<MandateResultView>> results(
            @PathVariable String runId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return answers.known(runId).then(mandates.results(MandateResultQuery.byId(runId, cursor, limit)));
    }

    @GetMapping(path = "/mandate-results", produces = CsvTable.MEDIA_TYPE)
    Flux<String> resultsCsv(@PathVariable String runId, ServerHttpResponse response) {
        return answers.csv(
                runId,
                RESULTS,
                cursor -> mandates.results(MandateResultQuery.byId(runId, cursor, Page.MAX_LIMIT)),
                response,
                "mandate-results-" + runId + ".csv");
    }

    @Operation(summary = "Weights of one mandate, now and as the run proposes them")
    @GetMapping(path = "/mandate-results/{portfolioId}/weights", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<MandateWeightsView> weights(@PathVariable String runId, @PathVariable String portfolioId) {
        return answers.known(runId)
                .then(mandates.weights(runId, portfolioId))
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The run (%s) has no weights for portfolio (%s).".formatted(runId, portfolioId),
                        "GET /api/v1/goliath/runs/%s/mandate-results lists those it has.".formatted(runId))));
    }
}
