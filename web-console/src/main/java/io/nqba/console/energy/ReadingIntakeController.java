package io.nqba.console.energy;

import io.nqba.console.intake.BatchIntake;
import io.nqba.console.intake.CsvBatch;
import io.nqba.console.intake.IntakeView;
import io.nqba.console.table.CsvTable;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.energy.ReadingRow;
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

/** Takes readings in batches; good rows are kept, bad ones reported one by one. */
@RestController
@Tag(name = "FLYFOX data")
class ReadingIntakeController {
    private static final String ACTION = "readings.take";
    private static final CsvBatch<ReadingRow> CSV = new CsvBatch<>(
            Set.of("siteId", "start", "loadKwh"),
            Set.of("solarKwh"),
            row -> new Row(row.text("siteId"), row.moment("start"), row.number("loadKwh"), row.number("solarKwh"))
                    .toRow());

    private final ConsumptionGateway consumption;
    private final BatchIntake intake;

    ReadingIntakeController(ConsumptionGateway consumption, BatchIntake intake) {
        this.consumption = consumption;
        this.intake = intake;
    }

    @Operation(
            summary = "Send a batch of readings",
            description = "200 when every row was stored, 207 when some were refused: `problems` names each with its"
                    + " row. Sending a batch again changes nothing. As CSV: a header with siteId, start, loadKwh and, if you like,"
                    + " solarKwh, then at most 10,000 rows.")
    @PostMapping(
            path = "/api/v1/flyfox/readings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeView>> take(@Valid @RequestBody Mono<Batch> body, ServerWebExchange exchange) {
        return body.flatMap(given -> intake.take(
                exchange, ACTION, given.rows().stream().map(Row::toRow).toList(), this::send));
    }

    @PostMapping(
            path = "/api/v1/flyfox/readings",
            consumes = CsvTable.MEDIA_TYPE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeView>> takeCsv(@RequestBody Mono<String> body, ServerWebExchange exchange) {
        return body.flatMap(given -> intake.take(exchange, ACTION, CSV.read(given), this::send));
    }

    private Mono<IntakeReport> send(List<ReadingRow> rows) {
        return consumption.take(new ReadingBatch(rows));
    }

    /**
     * A batch.
     *
     * @param rows the rows, in any order
     */
    @Schema(example = """
                    {"rows": [{"siteId": "riverside-001", "start": "2026-01-01T00:00:00Z", "loadKwh": 0.8, "solarKwh": 0}]}""")
    record Batch(@NotEmpty @Size(max = BatchIntake.MAX_ROWS) List<@NotNull Row> rows) {}

    /**
     * One reading; what is wrong with it is said by the report, so that one bad row does not refuse the batch.
     *
     * @param start beginning of the interval
     * @param loadKwh energy used, kWh
     * @param solarKwh energy made by PV, kWh; 0 when left out
     */
    record Row(
            @Nullable String siteId,
            @Nullable Instant start,
            @Nullable Double loadKwh,
            @Nullable Double solarKwh) {
        ReadingRow toRow() {
            return new ReadingRow(
                    siteId == null ? "" : siteId,
                    BatchIntake.epochMillis(start),
                    loadKwh == null ? Double.NaN : loadKwh,
                    solarKwh == null ? 0 : solarKwh);
        }
    }
}
