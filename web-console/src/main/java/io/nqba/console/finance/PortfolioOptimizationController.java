package io.nqba.console.finance;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.table.CsvTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts portfolio runs and reads their answers: JSON, and CSV for what has rows. */
@RestController
@RequestMapping("/api/v1/goliath/portfolio-optimization")
@Tag(name = "GOLIATH portfolios", description = "Start a run, read its proposal, trades and frontier.")
class PortfolioOptimizationController {
    private static final CsvTable<ProposalView.PositionView> POSITIONS = new CsvTable<ProposalView.PositionView>()
            .column("instrument_id", ProposalView.PositionView::instrumentId)
            .column("name", ProposalView.PositionView::name)
            .column("sector", ProposalView.PositionView::sector)
            .column("price", ProposalView.PositionView::price)
            .column("shares_now", ProposalView.PositionView::sharesNow)
            .column("shares_proposed", ProposalView.PositionView::sharesProposed)
            .column("weight_now", ProposalView.PositionView::weightNow)
            .column("weight_proposed", ProposalView.PositionView::weightProposed)
            .column("risk_share", ProposalView.PositionView::riskShare);

    private static final CsvTable<ProposalView.PositionView> TRADES = new CsvTable<ProposalView.PositionView>()
            .column("instrument_id", ProposalView.PositionView::instrumentId)
            .column("side", position -> position.tradeShares() > 0 ? "BUY" : "SELL")
            .column("shares", position -> Math.abs(position.tradeShares()))
            .column("price", ProposalView.PositionView::price)
            .column("value", position -> Math.abs(position.tradeValue()))
            .column("cost", ProposalView.PositionView::cost)
            .column("reason", ProposalView.PositionView::reason);

    private static final CsvTable<FrontierPointView> FRONTIER = new CsvTable<FrontierPointView>()
            .column("point", FrontierPointView::index)
            .column("expected_return", FrontierPointView::expectedReturn)
            .column("volatility", FrontierPointView::volatility)
            .column("risk", FrontierPointView::risk)
            .column("bound", FrontierPointView::bound)
            .column("names", FrontierPointView::names);

    private final RunSubmission submission;
    private final RunAnswers answers;
    private final PortfolioRunGateway portfolios;

    PortfolioOptimizationController(RunSubmission submission, RunAnswers answers, PortfolioRunGateway portfolios) {
        this.submission = submission;
        this.answers = answers;
        this.portfolios = portfolios;
    }

    /** Answers 202: a search takes seconds to hours, so it is fetched or followed, never awaited here. */
    @Operation(
            summary = "Optimise a portfolio",
            description =
                    "Weights, trades and, where asked for, the efficient frontier. Convex problems are solved exactly"
                            + " and proven; few names and whole shares are searched, with the convex optimum as the bound. Follow"
                            + " the run at its Location.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<PortfolioOptimizationBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given ->
                        submission.submit(exchange, principal.getName(), key, given.toString(), given.toRequest()))
                .map(RunView::accepted);
    }

    @Operation(
            summary = "The proposal of a run",
            description =
                    "Weights now and proposed, trades with cost and reason, figures beside the portfolio as it is and"
                            + " beside equal weights.")
    @GetMapping(path = "/{runId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ProposalView> proposal(@PathVariable String runId) {
        return answers.of(runId, "proposal", portfolios.proposal(runId));
    }

    @Operation(summary = "Every instrument of the proposal, as CSV")
    @GetMapping(path = "/{runId}", produces = CsvTable.MEDIA_TYPE)
    Flux<String> positionsCsv(@PathVariable String runId, ServerHttpResponse response) {
        return proposal(runId)
                .flatMapMany(proposal -> POSITIONS.lines(
                        Flux.fromIterable(proposal.positions()), response, "weights-" + runId + ".csv"));
    }

    @Operation(
            summary = "What to buy and sell",
            description = "Only what is traded, with cost and reason. `?format=csv` or `Accept: text/csv` for CSV.")
    @GetMapping(path = "/{runId}/trades", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<ProposalView.PositionView> trades(@PathVariable String runId) {
        return proposal(runId)
                .flatMapIterable(ProposalView::positions)
                .filter(position -> !position.reason().isEmpty());
    }

    @GetMapping(path = "/{runId}/trades", produces = CsvTable.MEDIA_TYPE)
    Flux<String> tradesCsv(@PathVariable String runId, ServerHttpResponse response) {
        return proposal(runId)
                .flatMapMany(proposal -> TRADES.lines(
                        Flux.fromIterable(proposal.positions())
                                .filter(position -> !position.reason().isEmpty()),
                        response,
                        "trades-" + runId + ".csv"));
    }

    @Operation(
            summary = "The efficient frontier of a run",
            description = "The points found so far. `?format=csv` or `Accept: text/csv` for CSV.")
    @GetMapping(path = "/{runId}/frontier", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<FrontierPointView> frontier(@PathVariable String runId) {
        return answers.known(runId).thenMany(portfolios.frontier(runId));
    }

    @GetMapping(path = "/{runId}/frontier", produces = CsvTable.MEDIA_TYPE)
    Flux<String> frontierCsv(@PathVariable String runId, ServerHttpResponse response) {
        return answers.known(runId)
                .thenMany(FRONTIER.lines(portfolios.frontier(runId), response, "frontier-" + runId + ".csv"));
    }
}
