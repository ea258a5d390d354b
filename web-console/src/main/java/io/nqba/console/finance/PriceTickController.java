package io.nqba.console.finance;

import io.nqba.console.intake.BatchIntake;
import io.nqba.console.intake.CsvBatch;
import io.nqba.console.intake.IntakeView;
import io.nqba.console.table.CsvTable;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private static final String ACTION = "price-ticks.take";
    private static final CsvBatch<PriceTickRow> CSV = new CsvBatch<>(
            Set.of("instrumentId", "at", "price"),
            Set.of("volumeShares"),
            row -> new Tick(row.text("instrumentId"), row.moment("at"), row.number("price"), row.number("volumeShares"))
                    .toRow());

    private final PortfolioGateway grid;
    private final BatchIntake intake;

    PriceTickController(PortfolioGateway grid, BatchIntake intake) {
        this.grid = grid;
        this.intake = intake;
    }

    @Operation(
            summary = "Send a batch of prices",
            description =
                    "200 when every row was stored, 207 when some were refused: `problems` names each with its"
                            + " row. A price not newer than the last one is refused, so sending a batch again changes nothing."
                            + " As CSV: a header with instrumentId, at, price and, if you like, volumeShares, then at most 10,000 rows.")
    @PostMapping(
            path = "/api/v1/goliath/price-ticks",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeView>> take(@Valid @RequestBody Mono<TickBatch> body, ServerWebExchange exchange) {
        return body.flatMap(given -> intake.take(
                exchange, ACTION, given.rows().stream().map(Tick::toRow).toList(), this::send));
    }

    @PostMapping(
            path = "/api/v1/goliath/price-ticks",
            consumes = CsvTable.MEDIA_TYPE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeView>> takeCsv(@RequestBody Mono<String> body, ServerWebExchange exchange) {
        return body.flatMap(given -> intake.take(exchange, ACTION, CSV.read(given), this::send));
    }

    private Mono<IntakeReport> send(List<PriceTickRow> rows) {
        return grid.take(new PriceTickBatch(rows));
    }

    /**
     * A batch.
     *
     * @param rows the rows, in any order
     */
    @Schema(example = """
                    {"rows": [{"instrumentId": "CORA", "at": "2026-01-05T15:30:00Z", "price": 101.25, "volumeShares": 300}]}""")
    record TickBatch(
            @NotEmpty @Size(max = BatchIntake.MAX_ROWS) List<@NotNull Tick> rows) {}

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
                    BatchIntake.epochMillis(at),
                    price == null ? Double.NaN : price,
                    volumeShares == null ? 0 : volumeShares);
        }
    }
}
