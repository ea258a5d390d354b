package io.nqba.console.finance;

import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.MandateRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Starts runs over all mandates of a book. */
@RestController
@Tag(name = "GOLIATH mandates", description = "Many mandates under the limits of one firm.")
class MandateOptimizationController {
    private final RunSubmission submission;

    MandateOptimizationController(RunSubmission submission) {
        this.submission = submission;
    }

    /** Answers 202: a run takes seconds to minutes, so it is fetched or followed, never awaited here. */
    @Operation(
            summary = "Optimise all mandates of a book under the limits of the firm",
            description =
                    "Maximises the sum of capital × (expected return − ½ risk aversion × variance − trading cost)."
                            + " Follow the run at its Location.")
    @PostMapping(
            path = "/api/v1/goliath/mandate-optimization",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<MandateOptimizationBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given ->
                        submission.submit(exchange, principal.getName(), key, given.toString(), request(given)))
                .map(RunView::accepted);
    }

    private static MandateRequest request(MandateOptimizationBody given) {
        try {
            return given.toRequest();
        } catch (IllegalArgumentException twice) {
            String problem = String.valueOf(twice.getMessage());
            String remedy = "Send each kind and name once.";
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    problem,
                    remedy,
                    List.of(new FieldProblem("limits", "", problem, remedy)),
                    null);
        }
    }
}
