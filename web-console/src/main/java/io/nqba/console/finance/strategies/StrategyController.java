package io.nqba.console.finance.strategies;

import io.nqba.console.paging.Page;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps trading strategies. */
@RestController
@RequestMapping("/api/v1/goliath/strategies")
@Tag(name = "GOLIATH strategies", description = "Trading strategies, their backtests, the state of markets.")
class StrategyController {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,15})\"");
    private static final CsvTable<SignalView> SIGNALS = new CsvTable<SignalView>()
            .column("instrument_id", SignalView::instrumentId)
            .column("day", SignalView::day)
            .column("weight", SignalView::weight)
            .column("run_id", SignalView::runId);

    private final StrategyGateway strategies;
    private final StrategyDesk desk;

    StrategyController(StrategyGateway strategies, StrategyDesk desk) {
        this.strategies = strategies;
        this.desk = desk;
    }

    @Operation(summary = "List strategies by id")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<StrategyView>> list(
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return strategies.list(cursor, limit);
    }

    @Operation(summary = "Look at one strategy", description = "Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<StrategyView>> find(@PathVariable String id) {
        return known(id).map(StrategyController::tagged);
    }

    @Operation(
            summary = "Store a strategy",
            description = "A new one without `If-Match`: 409 when the id is taken. A changed one with the ETag of the"
                    + " revision it is based on: 409 when somebody changed it meanwhile.")
    @PutMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<StrategyView>> put(
            @Parameter(description = "Lower-case letters, digits and hyphens") @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<StrategyBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given -> ifMatch == null
                        ? desk.create(exchange, principal.getName(), id, given)
                        : desk.change(exchange, principal.getName(), id, revision(ifMatch), given))
                .map(view -> ifMatch == null
                        ? ResponseEntity.created(URI.create("/api/v1/goliath/strategies/" + view.id()))
                                .eTag(tag(view))
                                .body(view)
                        : tagged(view));
    }

    @Operation(summary = "Remove a strategy", description = "Its backtests stay. The ETag is asked for as in PUT.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        Mono<Long> based =
                ifMatch == null ? known(id).map(StrategyView::revision) : Mono.fromCallable(() -> revision(ifMatch));
        return based.flatMap(revision -> desk.remove(exchange, id, revision)).then();
    }

    @Operation(
            summary = "What the last backtest of a strategy wants to hold",
            description = "Paper only: nothing is bought or sold by it.")
    @GetMapping(path = "/{id}/signals", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<SignalView>> signals(@PathVariable String id) {
        return known(id).then(strategies.signals(id)).map(Page::whole);
    }

    @GetMapping(path = "/{id}/signals", produces = CsvTable.MEDIA_TYPE)
    Flux<String> signalsCsv(@PathVariable String id, ServerHttpResponse response) {
        return known(id)
                .thenMany(SIGNALS.lines(
                        strategies.signals(id).flatMapIterable(all -> all), response, "signals-" + id + ".csv"));
    }

    private Mono<StrategyView> known(String id) {
        return strategies.find(id).switchIfEmpty(Mono.error(() -> none(id)));
    }

    static NqbaException none(String id) {
        String problem =
                "There is no strategy with id (%s).".formatted(id.length() > 60 ? id.substring(0, 60) + "…" : id);
        String remedy = "Check the id; GET /api/v1/goliath/strategies lists them.";
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                problem,
                remedy,
                List.of(new FieldProblem("strategyId", id, problem, remedy)),
                null);
    }

    private static ResponseEntity<StrategyView> tagged(StrategyView view) {
        return ResponseEntity.ok().eTag(tag(view)).body(view);
    }

    private static String tag(StrategyView view) {
        return "\"" + view.revision() + "\"";
    }

    private static long revision(String ifMatch) {
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw StrategyDesk.refused(
                    HttpHeaders.IF_MATCH,
                    ifMatch,
                    "It is no revision.",
                    "Send the ETag of the strategy, such as \"3\" in quotes.");
        }
        return Long.parseLong(tag.group(1));
    }
}
