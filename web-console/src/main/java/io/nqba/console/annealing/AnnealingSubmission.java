package io.nqba.console.annealing;

import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts annealing runs of stored problems, for the API and the pages. */
@Component
public class AnnealingSubmission {
    private final ProblemDesk desk;
    private final RunSubmission submission;

    AnnealingSubmission(ProblemDesk desk, RunSubmission submission) {
        this.desk = desk;
        this.submission = submission;
    }

    /**
     * Queues a run. Fails with {@code NOT_FOUND} for an unknown problem, {@code INVALID_REQUEST} for sweeps without workers,
     * and as {@link RunSubmission#submit} does.
     *
     * @param account who asks
     * @param key idempotency key, or null for none
     * @param given a valid body
     */
    public Mono<RunView> submit(ServerWebExchange exchange, String account, @Nullable String key, AnnealingBody given) {
        if (given.lacksWorkers()) {
            return Mono.error(noWorkers());
        }
        return desk.find(given.problemId())
                .flatMap(problem ->
                        submission.submit(exchange, account, key, given.toString(), given.toRequest(problem)));
    }

    private static NqbaException noWorkers() {
        String remedy = "Send the number of workers, such as 4, or leave the sweeps out.";
        return new NqbaException(
                ErrorCode.INVALID_REQUEST,
                "The request has a wrong field: workers.",
                remedy,
                List.of(new FieldProblem(
                        "workers",
                        "",
                        "It is missing: with a budget of sweeps the answer depends on the number of workers.",
                        remedy)),
                null);
    }
}
