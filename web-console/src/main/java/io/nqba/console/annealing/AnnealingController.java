package io.nqba.console.annealing;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.store.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
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

/** Starts annealing runs and hands out their answers; how a run goes is told by the path of all runs. */
@RestController
@RequestMapping("/api/v1/optimisation/runs")
@Tag(name = "Problems")
class AnnealingController {
    private final AnnealingSubmission submission;
    private final AnnealingGateway annealing;
    private final ProblemDesk desk;
    private final ProblemGateway problems;
    private final RunAnswers answers;

    AnnealingController(
            AnnealingSubmission submission,
            AnnealingGateway annealing,
            ProblemDesk desk,
            ProblemGateway problems,
            RunAnswers answers) {
        this.submission = submission;
        this.annealing = annealing;
        this.desk = desk;
        this.problems = problems;
        this.answers = answers;
    }

    @Operation(
            summary = "Solve a problem by annealing",
            description =
                    "202 with the run's Location; follow it at its `/events`. 503 with Retry-After when as many runs"
                            + " wait as the grid takes.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<AnnealingBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given -> submission.submit(exchange, principal.getName(), key, given))
                .map(RunView::accepted);
    }

    @Operation(
            summary = "Best answer of an annealing run",
            description = "While the run goes on, the best so far. `text/plain` (`?format=txt`) is one line of bits,"
                    + " `application/vnd.dimod+json` (`?format=dimod`) a sample set for dimod.")
    @GetMapping(path = "/{id}/solution", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SolutionView> solution(@PathVariable String id, ServerHttpResponse response) {
        return answer(id).doOnNext(answer -> name(response, id, "json"));
    }

    @GetMapping(path = "/{id}/solution", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> bits(@PathVariable String id, ServerHttpResponse response) {
        return answer(id).doOnNext(answer -> name(response, id, "txt")).map(answer -> answer.bits() + "\n");
    }

    @GetMapping(path = "/{id}/solution", produces = SampleSet.MEDIA_TYPE)
    Flux<String> sampleSet(@PathVariable String id, ServerHttpResponse response) {
        return answer(id)
                .flatMapMany(answer -> desk.find(answer.problemId()).flatMapMany(problem -> {
                    name(response, id, "dimod.json");
                    return SampleSet.json(problem, answer, problems.labels(problem));
                }));
    }

    @Operation(
            summary = "Rounds of an annealing run",
            description =
                    "What each node did in each round, and whether the exchange between nodes brought the best answer.")
    @GetMapping(path = "/{id}/rounds", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<RoundView> rounds(
            @PathVariable String id,
            @Parameter(description = "Only rounds after this one") @RequestParam(defaultValue = "0") @PositiveOrZero
                    int after) {
        return answers.known(id).thenMany(annealing.rounds(id, after));
    }

    private Mono<SolutionView> answer(String id) {
        return answers.of(id, "answer of an annealing run", annealing.solution(id));
    }

    private static void name(ServerHttpResponse response, String id, String ending) {
        response.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename("solution-" + id.replaceAll("[^A-Za-z0-9-]", "_") + "." + ending)
                        .build());
    }
}
