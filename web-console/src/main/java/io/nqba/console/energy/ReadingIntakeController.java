package io.nqba.console.energy;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.energy.ReadingBatch;
import io.nqba.model.energy.ReadingRow;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.grid.IntakeReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
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

/** Takes readings in batches; good rows are kept, bad ones reported one by one. */
@RestController
@Tag(name = "FLYFOX data")
class ReadingIntakeController {
    /** Most rows of one batch. */
    static final int MAX_ROWS = 10_000;

    private final ConsumptionGateway consumption;
    private final AuditTrail audit;

    ReadingIntakeController(ConsumptionGateway consumption, AuditTrail audit) {
        this.consumption = consumption;
        this.audit = audit;
    }

    @Operation(
            summary = "Send a batch of readings",
            description = "200 when every row was stored, 207 when some were refused: `problems` names each with its"
                    + " row. Sending a batch again changes nothing.")
    @PostMapping(
            path = "/api/v1/flyfox/readings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IntakeView>> take(@Valid @RequestBody Mono<Batch> body, ServerWebExchange exchange) {
        return body.flatMap(given -> take(given, exchange));
    }

    private Mono<ResponseEntity<IntakeView>> take(Batch given, ServerWebExchange exchange) {
        List<ReadingRow> rows = new ArrayList<>();
        for (Row row : given.rows()) {
            rows.add(row.toRow());
        }
        String size = rows.size() + " rows";
        Mono<IntakeReport> report = consumption.take(new ReadingBatch(rows));
        return audit.record(exchange, "readings.take", size, report, taken -> taken.accepted() + " of " + size)
                .map(taken -> ResponseEntity.status(
                                taken.problems().isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
                        .body(IntakeView.of(taken)));
    }

    /**
     * A batch.
     *
     * @param rows the rows, in any order
     */
    @Schema(example = """
                    {"rows": [{"siteId": "riverside-001", "start": "2026-01-01T00:00:00Z", "loadKwh": 0.8, "solarKwh": 0}]}""")
    record Batch(@NotEmpty @Size(max = MAX_ROWS) List<@NotNull Row> rows) {}

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
                    start == null ? Long.MIN_VALUE : start.toEpochMilli(),
                    loadKwh == null ? Double.NaN : loadKwh,
                    solarKwh == null ? 0 : solarKwh);
        }
    }

    /**
     * What became of a batch.
     *
     * @param accepted rows stored
     * @param refused rows not stored
     * @param problems the refused rows, one by one
     */
    record IntakeView(int accepted, int refused, List<ProblemView> problems) {
        static IntakeView of(IntakeReport report) {
            List<ProblemView> problems =
                    report.problems().stream().map(ProblemView::of).toList();
            return new IntakeView(report.accepted(), problems.size(), problems);
        }
    }

    /**
     * One refused row.
     *
     * @param field the row and its field, such as {@code rows[3].loadKwh}
     */
    record ProblemView(String field, String value, String problem, String remedy) {
        static ProblemView of(FieldProblem problem) {
            return new ProblemView(problem.field(), problem.value(), problem.problem(), problem.remedy());
        }
    }
}
