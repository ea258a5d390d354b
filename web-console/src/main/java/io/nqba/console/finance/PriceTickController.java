package io.nqba.console.finance;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.finance.PriceTickBatch;
import io.nqba.model.finance.PriceTickRow;
import io.nqba.model.grid.IntakeReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes prices in batches; good rows are kept, bad ones reported one by one. */
@RestController
@Tag(name = "GOLIATH data")
class PriceTickController {
    /** Most rows of one batch. */
    static final int MAX_ROWS = 10_000;

    private final PortfolioGateway grid;
    private final AuditTrail audit;

    PriceTickController(PortfolioGateway grid, AuditTrail audit) {
        this.grid = grid;
        this.audit = audit;
    }

    @Operation(
            summary = "Send a batch of prices",
            description = "200 when every row was stored, 207 when some were refused: `problems` names each with its"
                    + " row. A price not newer than the last one is refused, so sending a batch again changes nothing.")
    @PostMapping(
            path = "/api/v1/goliath/price-ticks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<TickIntakeView>> take(@Valid @RequestBody Mono<TickBatch> body, ServerWebExchange exchange) {
        return body.flatMap(given -> take(given, exchange));
    }

    private Mono<ResponseEntity<TickIntakeView>> take(TickBatch given, ServerWebExchange exchange) {
        List<PriceTickRow> rows = given.rows().stream().map(Tick::toRow).toList();
        String size = rows.size() + " rows";
        Mono<IntakeReport> report = grid.take(new PriceTickBatch(rows));
        return audit.record(exchange, "price-ticks.take", size, report, taken -> taken.accepted() + " of " + size)
                .map(taken -> ResponseEntity.status(
                                taken.problems().isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
                        .body(TickIntakeView.of(taken)));
    }

    /**
     * A batch.
     *
     * @param rows the rows, in any order
     */
    @Schema(example = """
                    {"rows": [{"instrumentId": "CORA", "at": "2026-01-05T15:30:00Z", "price": 101.25, "volumeShares": 300}]}""")
    record TickBatch(@NotEmpty @Size(max = MAX_ROWS) List<@NotNull Tick> rows) {}

    /**
     * One price; what is wrong with it is said by the report, so that one bad row does not refuse the batch.
     *
     * @param at when it was paid
     * @param price price of one share
     * @param volumeShares shares traded at it; 0 when left out
     */
    record Tick(
            @Nullable String instrumentId,
            @Nullable Instant at,
            @Nullable Double price,
            @Nullable Double volumeShares) {
        PriceTickRow toRow() {
            return new PriceTickRow(
                    instrumentId == null ? "" : instrumentId,
                    at == null ? Long.MIN_VALUE : at.toEpochMilli(),
                    price == null ? Double.NaN : price,
                    volumeShares == null ? 0 : volumeShares);
        }
    }

    /**
     * What became of a batch.
     *
     * @param accepted rows stored
     * @param refused rows not stored
     * @param problems the refused rows, one by one
     */
    record TickIntakeView(int accepted, int refused, List<TickProblemView> problems) {
        static TickIntakeView of(IntakeReport report) {
            List<TickProblemView> problems =
                    report.problems().stream().map(TickProblemView::of).toList();
            return new TickIntakeView(report.accepted(), problems.size(), problems);
        }
    }

    /**
     * One refused row.
     *
     * @param field the row and its field, such as {@code rows[3].price}
     */
    record TickProblemView(String field, String value, String problem, String remedy) {
        static TickProblemView of(FieldProblem problem) {
            return new TickProblemView(problem.field(), problem.value(), problem.problem(), problem.remedy());
        }
    }
}
