package io.nqba.console.annealing;

import io.nqba.console.paging.Page;
import io.nqba.console.store.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes, shows, changes and removes quadratic problems. */
@RestController
@RequestMapping("/api/v1/optimisation/problems")
@Tag(name = "Problems", description = "QUBO, Ising and Max-Cut problems: hand in, change, solve.")
class ProblemController {
    private static final String PATH = "/api/v1/optimisation/problems/";

    private static final String RUDY = """
            3 3
            1 2 1
            2 3 1
            1 3 -1
            """;

    private final ProblemIntake intake;
    private final ProblemDesk desk;
    private final ProblemGateway problems;

    ProblemController(ProblemIntake intake, ProblemDesk desk, ProblemGateway problems) {
        this.intake = intake;
        this.desk = desk;
        this.problems = problems;
    }

    /** Answers when the problem is stored: seconds for the largest ones, and only then is known whether it is one. */
    @Operation(
            summary = "Hand in a problem",
            description =
                    "The body is the problem itself, up to 50 million couplings, streamed and compressed with gzip"
                            + " if you like: dimod's BQM as JSON, COO JSON, OR-Library, Gset/rudy or qbsolv text. docs/formats.md"
                            + " has an example of each.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, examples = @ExampleObject(RUDY)))
    @PostMapping(
            consumes = {
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_JSON_VALUE,
                "application/gzip",
                "application/x-gzip",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ProblemView>> store(
            @Parameter(description = "Sending the same body again under the same key leads to the same problem")
                    @RequestHeader(name = IdempotencyKey.HEADER, required = false)
                    @Nullable
                    String key,
            @Parameter(description = "What people shall call it", example = "G22")
                    @RequestParam(defaultValue = "unnamed")
                    @Size(min = 1, max = NewProblem.MAX_NAME)
                    String name,
            @Parameter(description = "How it is written; found out from the content when left out")
                    @RequestParam(required = false)
                    @Nullable
                    UploadFormat format,
            @Parameter(description = "Which problem of a collection, from 1")
                    @RequestParam(required = false)
                    @Min(1)
                    @Max(1_000_000)
                    @Nullable
                    Integer number,
            Authentication who,
            ServerWebExchange exchange) {
        ProblemIntake.checkEncoding(exchange.getRequest().getHeaders());
        NewProblem given = new NewProblem(name.isBlank() ? "unnamed" : name.strip(), format, number);
        return intake.take(
                        exchange,
                        who.getName(),
                        key,
                        given,
                        exchange.getRequest().getBody())
                .map(problem -> ResponseEntity.created(URI.create(PATH + problem.id()))
                        .eTag(RevisionTag.of(problem))
                        .body(problem));
    }

    @Operation(summary = "List problems, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ProblemView>> list(
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return problems.list(cursor, limit);
    }

    @Operation(summary = "Look at one problem", description = "Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ProblemView>> find(@PathVariable String id) {
        return desk.find(id)
                .map(problem ->
                        ResponseEntity.ok().eTag(RevisionTag.of(problem)).body(problem));
    }

    @Operation(
            summary = "Change coefficients",
            description =
                    "All or none. Coefficients are those of the quadratic form: an edge of weight w of a cut is -2w on its"
                            + " pair and w on each of its ends. The next run starts from the answers known before the change; with `answerMillis`"
                            + " the reply brings an answer to the changed problem at once. The revision in the body or in"
                            + " If-Match makes sure that nobody changed it meanwhile: 409 otherwise.")
    @PatchMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ChangedView>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ProblemChangeBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(
                        given -> desk.change(exchange, who, id, RevisionTag.expected(ifMatch, given.revision()), given))
                .map(changed -> ResponseEntity.ok()
                        .eTag(RevisionTag.of(changed.problem()))
                        .body(changed));
    }

    @Operation(
            summary = "Remove a problem",
            description = "409 while a run that waits or runs needs it. Answers of runs that have ended stay.")
    @DeleteMapping(path = "/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String id, Authentication who, ServerWebExchange exchange) {
        return desk.remove(exchange, who, id)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
