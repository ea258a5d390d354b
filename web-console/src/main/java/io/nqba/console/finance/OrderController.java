package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.store.IdempotencyKey;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Paper orders: placed under limits, filled by the price stream, withdrawn; and the trades they made. */
@RestController
@RequestMapping("/api/v1/goliath")
@Tag(name = "GOLIATH risk")
class OrderController {
    private static final String PATH = "/api/v1/goliath/orders/";

    private static final CsvTable<TradeView> TRADES = new CsvTable<TradeView>()
            .column("at", TradeView::at)
            .column("portfolio_id", TradeView::portfolioId)
            .column("order_id", TradeView::orderId)
            .column("instrument_id", TradeView::instrumentId)
            .column("side", TradeView::side)
            .column("shares", TradeView::shares)
            .column("price", TradeView::price)
            .column("cost", TradeView::cost);

    private final OrderSubmission submission;
    private final OrderGateway orders;

    OrderController(OrderSubmission submission, OrderGateway orders) {
        this.submission = submission;
        this.orders = orders;
    }

    @Operation(
            summary = "Place a paper order",
            description =
                    "Checked against the limits of its portfolio and book before it is accepted. A rejected order is stored"
                            + " too and says which limit refused it, the level before and after, and the largest size that would pass."
                            + " An accepted one trades against the price stream, at most a fifth of the volume of a tick.")
    @PostMapping(
            path = "/orders",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OrderView>> place(
            @Parameter(description = "Sending the same body again under the same key leads to the same order")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<OrderBody> body,
            Principal who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> submission.submit(exchange, who.getName(), key, given))
                .map(order ->
                        ResponseEntity.created(URI.create(PATH + order.id())).body(order));
    }

    @Operation(summary = "List paper orders, newest first")
    @GetMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<OrderView>> list(
            @RequestParam(required = false) @Size(max = 200) @Nullable String portfolioId,
            @RequestParam(required = false) @Size(max = 200) @Nullable String bookId,
            @Parameter(description = "Only such as may still trade") @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return orders.orders(new OrderQuery(portfolioId, bookId, null, open, cursor, limit));
    }

    @Operation(summary = "Look at one paper order")
    @GetMapping(path = "/orders/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<OrderView> find(@PathVariable String id) {
        return orders.find(id).switchIfEmpty(Mono.error(() -> unknown(id)));
    }

    @Operation(
            summary = "Withdraw a paper order",
            description = "What was traded stays traded. An order that is filled or rejected is a conflict.")
    @DeleteMapping(path = "/orders/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<OrderView> cancel(@PathVariable String id, Principal who, ServerWebExchange exchange) {
        return submission.cancel(exchange, who.getName(), id);
    }

    @Operation(summary = "List trades, newest first", description = "`?format=csv` has all of them.")
    @GetMapping(path = "/trades", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<TradeView>> trades(
            @RequestParam(required = false) @Size(max = 200) @Nullable String portfolioId,
            @RequestParam(required = false) @Size(max = 200) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return orders.trades(new OrderQuery(portfolioId, null, orderId, false, cursor, limit));
    }

    @GetMapping(path = "/trades", produces = CsvTable.MEDIA_TYPE)
    Flux<String> tradesCsv(
            @RequestParam(required = false) @Size(max = 200) @Nullable String portfolioId,
            @RequestParam(required = false) @Size(max = 200) @Nullable String orderId,
            ServerHttpResponse response) {
        Flux<TradeView> all = Pages.all(
                cursor -> orders.trades(new OrderQuery(portfolioId, null, orderId, false, cursor, Page.MAX_LIMIT)));
        return TRADES.lines(all, response, "trades.csv");
    }

    private static NqbaException unknown(String id) {
        String shown = id.length() > 60 ? id.substring(0, 60) + "…" : id;
        return new NqbaException(
                ErrorCode.NOT_FOUND,
                "There is no order with id (%s).".formatted(shown),
                "Check the id; GET /api/v1/goliath/orders lists the orders.");
    }
}
