package io.nqba.console.optimisation;

import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what a run has answered, for every unit alike: says what is missing when the run or its answer is not there. */
@Component
public class RunAnswers {
    private static final int SHOWN_LENGTH = 60;

    private final RunGateway runs;

    RunAnswers(RunGateway runs) {
        this.runs = runs;
    }

    /** Returns a run; fails with {@code RUN_NOT_FOUND} when there is none. */
    public Mono<RunView> known(String runId) {
        return runs.find(runId).switchIfEmpty(Mono.error(() -> unknown(runId)));
    }

    /**
     * Returns an answer of a run; fails with {@code RUN_NOT_FOUND}, or with {@code NOT_FOUND} when the run has none yet.
     *
     * @param what the answer in words, such as {@code proposal}
     * @param answer completes empty when there is none
     */
    public <T> Mono<T> of(String runId, String what, Mono<T> answer) {
        return known(runId)
                .then(answer)
                .switchIfEmpty(Mono.error(() -> new NqbaException(
                        ErrorCode.NOT_FOUND,
                        "The run (%s) has no %s yet.".formatted(shown(runId), what),
                        "Follow it at /api/v1/optimisation/runs/%s/events.".formatted(shown(runId)))));
    }

    /** Returns every row of a paged answer as comma-separated values; fails with {@code RUN_NOT_FOUND}. */
    public <T> Flux<String> csv(
            String runId,
            CsvTable<T> table,
            Function<@Nullable String, Mono<Page<T>>> page,
            ServerHttpResponse response,
            String fileName) {
        return known(runId).thenMany(table.lines(Pages.all(page), response, fileName));
    }

    /** Returns the refusal of a run id that nobody knows. */
    public static NqbaException unknown(String runId) {
        return new NqbaException(
                ErrorCode.RUN_NOT_FOUND,
                "There is no run with id (%s).".formatted(shown(runId)),
                "Check the id; GET /api/v1/optimisation/runs lists the runs.");
    }

    /** An id comes from outside and may be of any length. */
    private static String shown(String runId) {
        return runId.length() > SHOWN_LENGTH ? runId.substring(0, SHOWN_LENGTH) + "…" : runId;
    }
}
