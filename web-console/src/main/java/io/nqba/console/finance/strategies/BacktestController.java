package io.nqba.console.finance.strategies;

import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Page;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts backtests and hands out their results; how a run goes is told by the path of all runs. */
@RestController
@RequestMapping("/api/v1/goliath/backtests")
@Tag(name = "GOLIATH strategies")
class BacktestController {
    private static final CsvTable<EquityView> EQUITY = new CsvTable<EquityView>()
            .column("day", EquityView::day)
            .column("wealth", EquityView::wealth)
            .column("equal_weight", EquityView::equalWeight)
            .column("drawdown", EquityView::drawdown)
            .column("equal_drawdown", EquityView::equalDrawdown);

    private final StrategyGateway strategies;
    private final RunSubmission submission;

    BacktestController(StrategyGateway strategies, RunSubmission submission) {
        this.strategies = strategies;
        this.submission = submission;
    }

    @Operation(
            summary = "Play a strategy over the past",
            description =
                    "Every combination of the grid is played, day by day, deciding with what was known then. The"
                            + " best by the objective is chosen on the earlier days and shown on the later ones, beside equal weights."
                            + " There is no bound: nobody can prove that no other strategy does better. Follow the run at its Location.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<BacktestBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given -> strategies
                        .find(given.strategyId())
                        .switchIfEmpty(Mono.error(() -> StrategyController.none(given.strategyId())))
                        .flatMap(strategy -> submission.submit(
                                exchange,
                                principal.getName(),
                                key,
                                given.toString(),
                                given.toRequest(strategy.name()))))
                .map(RunView::accepted);
    }

    @Operation(summary = "List finished backtests, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<BacktestRow>> list(
            @RequestParam(required = false) @Nullable String strategyId,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return strategies.backtests(strategyId, cursor, limit);
    }

    @Operation(
            summary = "Result of a backtest",
            description = "All tries, the chosen one, equal weights, and the part of luck.")
    @GetMapping(path = "/{runId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<BacktestView> find(@PathVariable String runId) {
        return known(runId);
    }

    @Operation(
            summary = "Wealth by day, of the chosen try and of equal weights",
            description = "About a thousand days of a long backtest. CSV with `?format=csv`.")
    @GetMapping(path = "/{runId}/equity", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<EquityView>> equity(@PathVariable String runId) {
        return known(runId).then(strategies.curve(runId));
    }

    @GetMapping(path = "/{runId}/equity", produces = CsvTable.MEDIA_TYPE)
    Flux<String> equityCsv(@PathVariable String runId, ServerHttpResponse response) {
        return known(runId)
                .thenMany(EQUITY.lines(
                        strategies.curve(runId).flatMapIterable(all -> all), response, "equity-" + runId + ".csv"));
    }

    private Mono<BacktestView> known(String runId) {
        return strategies
                .backtest(runId)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The run (%s) has no result of a backtest."
                                .formatted(runId.length() > 60 ? runId.substring(0, 60) + "…" : runId),
                        "Check the id, or follow the run until it has ended.")));
    }
}
