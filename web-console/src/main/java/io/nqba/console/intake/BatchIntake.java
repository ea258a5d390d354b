package io.nqba.console.intake;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.grid.IntakeReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands batches of rows to the grid, notes them in the audit trail and answers what became of each row. */
@Component
public class BatchIntake {
    /** Most rows of one batch. */
    public static final int MAX_ROWS = 10_000;

    private final AuditTrail audit;

    BatchIntake(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * Sends a batch. The answer is 200 when every row was stored, 207 when some were refused.
     *
     * @param action its name in the audit trail
     * @param sending sends the rows, of which there is at least one
     */
    public <R> Mono<ResponseEntity<IntakeView>> take(
            ServerWebExchange exchange, String action, List<R> rows, Function<List<R>, Mono<IntakeReport>> sending) {
        return answer(exchange, action, rows.size(), sending.apply(rows));
    }

    /** Does the same with rows out of a file; a row that cannot be read is reported like one that the grid refuses. */
    public <R> Mono<ResponseEntity<IntakeView>> take(
            ServerWebExchange exchange,
            String action,
            CsvBatch.Content<R> content,
            Function<List<R>, Mono<IntakeReport>> sending) {
        Mono<IntakeReport> sent =
                content.rows().isEmpty() ? Mono.just(new IntakeReport(0, List.of())) : sending.apply(content.rows());
        return answer(exchange, action, content.size(), sent.map(content::withUnreadable));
    }

    /** Returns a moment as rows carry it: {@link Long#MIN_VALUE} for none, and never more than a {@code long} can hold. */
    public static long epochMillis(@Nullable Instant moment) {
        if (moment == null) {
            return Long.MIN_VALUE;
        }
        try {
            return moment.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return moment.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
        }
    }

    private Mono<ResponseEntity<IntakeView>> answer(
            ServerWebExchange exchange, String action, int rows, Mono<IntakeReport> report) {
        String size = rows + " rows";
        return audit.record(exchange, action, size, report, taken -> taken.accepted() + " of " + size)
                .map(taken -> ResponseEntity.status(
                                taken.problems().isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
                        .body(IntakeView.of(taken)));
    }
}
