package io.nqba.console.sales.assignment;

import io.nqba.console.optimisation.RunAnswers;
import io.nqba.console.optimisation.RunSubmission;
import io.nqba.console.optimisation.RunView;
import io.nqba.console.paging.Page;
import io.nqba.console.sales.assignment.AssignmentQuery.Order;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.AssignmentRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Starts runs that assign leads or deals to agents, and answers what they found: JSON in pages, CSV as a whole. */
@RestController
@RequestMapping("/api/v1/sigma")
@Tag(
        name = "SIGMA assignment",
        description = "Leads and deals to agents under their hours, with what an hour of each is worth.")
class AssignmentController {
    private static final CsvTable<AssignmentView> ASSIGNMENTS = new CsvTable<AssignmentView>()
            .column("work_id", AssignmentView::workId)
            .column("rep_id", AssignmentView::repId)
            .column("rep_name", AssignmentView::repName)
            .column("previous_rep_id", AssignmentView::previousRepId)
            .column("value", AssignmentView::value)
            .column("hours", AssignmentView::hours)
            .column("probability", AssignmentView::probability)
            .column("reason", AssignmentView::reason);

    private static final CsvTable<AgentPriceView> PRICES = new CsvTable<AgentPriceView>()
            .column("rep_id", AgentPriceView::repId)
            .column("rep_name", AgentPriceView::repName)
            .column("hours_used", AgentPriceView::hoursUsed)
            .column("hours_capacity", AgentPriceView::hoursCapacity)
            .column("shadow_price", AgentPriceView::shadowPrice)
            .column("value", AgentPriceView::value)
            .column("words", AgentPriceView::words);

    private final AssignmentGateway assignments;
    private final RunAnswers answers;
    private final RunSubmission submission;
    private final Clock clock;

    AssignmentController(AssignmentGateway assignments, RunAnswers answers, RunSubmission submission, Clock clock) {
        this.assignments = assignments;
        this.answers = answers;
        this.submission = submission;
        this.clock = clock;
    }

    /** Answers 202: a run takes up to minutes, so it is fetched or followed, never awaited here. */
    @Operation(
            summary = "Assign leads or open deals to agents",
            description =
                    "Maximises win probability × amount × margin × decay with waiting, within the agents' hours, skills,"
                            + " territories and languages. Follow the run at its Location.")
    @PostMapping(
            path = "/assignment",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RunView>> start(
            @Parameter(description = "Sending the same body again under the same key leads to the same run")
                    @RequestHeader(name = RunSubmission.KEY_HEADER, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody Mono<AssignmentBody> body,
            Principal principal,
            ServerWebExchange exchange) {
        return body.flatMap(given ->
                        submission.submit(exchange, principal.getName(), key, given.toString(), request(given)))
                .map(RunView::accepted);
    }

    private AssignmentRequest request(AssignmentBody given) {
        try {
            return given.toRequest(clock.millis());
        } catch (IllegalArgumentException contradiction) {
            String problem = String.valueOf(contradiction.getMessage());
            String remedy = "Send a leastShare that is not more than mostShare.";
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    problem,
                    remedy,
                    List.of(new FieldProblem("leastShare", String.valueOf(given.leastShare()), problem, remedy)),
                    null);
        }
    }

    @Operation(
            summary = "Assign a new lead at once",
            description =
                    "On the lead's node, at the prices of the last run and within the hours it left. A lead that has its"
                            + " agent keeps it.")
    @PostMapping(path = "/leads/{leadId}/assignment", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<AssignmentView> assign(@PathVariable @Size(max = 200) String leadId) {
        return assignments.assign(leadId);
    }

    @Operation(
            summary = "Who shall work on what, and why",
            description = "By the id of the work. `?format=csv` or `Accept: text/csv` for all of it as CSV.")
    @GetMapping(path = "/assignments", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<AssignmentView>> assignments(
            @RequestParam @NotBlank @Size(max = 100) String run,
            @Parameter(description = "Part of the id of the work or of the agent's name")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return answers.known(run)
                .then(assignments.assignments(new AssignmentQuery(run, Order.WORK, false, q, cursor, limit)));
    }

    @GetMapping(path = "/assignments", produces = CsvTable.MEDIA_TYPE)
    Flux<String> assignmentsCsv(
            @RequestParam @NotBlank @Size(max = 100) String run,
            @RequestParam(required = false) @Size(max = 100) @Nullable String q,
            ServerHttpResponse response) {
        return answers.csv(
                run,
                ASSIGNMENTS,
                cursor ->
                        assignments.assignments(new AssignmentQuery(run, Order.WORK, false, q, cursor, Page.MAX_LIMIT)),
                response,
                "assignments-" + run + ".csv");
    }

    @Operation(
            summary = "What one more hour of each agent is worth",
            description = "With hours used and capacity, the dearest first. `?format=csv` for CSV.")
    @GetMapping(path = "/agents/prices", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<AgentPriceView>> prices(@RequestParam @NotBlank @Size(max = 100) String run) {
        return answers.known(run).then(assignments.prices(run));
    }

    @GetMapping(path = "/agents/prices", produces = CsvTable.MEDIA_TYPE)
    Flux<String> pricesCsv(@RequestParam @NotBlank @Size(max = 100) String run, ServerHttpResponse response) {
        return prices(run)
                .flatMapMany(rows -> PRICES.lines(Flux.fromIterable(rows), response, "agents-" + run + ".csv"));
    }
}
