package io.nqba.console.sales.engagement;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.engagement.EnrolmentState;
import io.nqba.model.sales.engagement.StopReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is in which sequence, and who may be reached how. */
@RestController
@RequestMapping("/api/v1/sigma/engagement")
@Tag(name = "SIGMA engagement")
class ReachController {
    private final ReachDesk reach;
    private final EngagementGateway engagement;

    ReachController(ReachDesk reach, EngagementGateway engagement) {
        this.reach = reach;
        this.engagement = engagement;
    }

    /** Which lead shall enter which sequence. */
    @Schema(example = """
            {"leadId": "demo-lead-000001", "sequenceId": "welcome"}""")
    record EnrolmentBody(
            @NotBlank @Size(max = 120) String leadId,
            @NotBlank @Size(max = 80) String sequenceId) {}

    /** How many sequences were left. */
    record StoppedView(int sequences) {}

    @Operation(summary = "List leads in sequences, the last changed first")
    @GetMapping(path = "/enrolments", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<EnrolmentView>> enrolments(
            @RequestParam(required = false) @Nullable String sequenceId,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable EnrolmentState state,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return engagement.enrolments(sequenceId, leadId, state, cursor, limit);
    }

    @Operation(
            summary = "Take a lead into a sequence by hand",
            description = "Whatever its segment. 409 when it is or was in it: a lead goes through a sequence once.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping(path = "/enrolments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Void> enrol(@Valid @RequestBody Mono<EnrolmentBody> body, ServerWebExchange exchange) {
        return body.flatMap(given -> reach.enrol(exchange, given.leadId(), given.sequenceId()))
                .then();
    }

    @Operation(summary = "Take a lead out of a sequence", description = "Messages that have not gone yet do not go.")
    @DeleteMapping(path = "/enrolments/{leadId}/{sequenceId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<StoppedView> stop(@PathVariable String leadId, @PathVariable String sequenceId, ServerWebExchange exchange) {
        return reach.stop(exchange, leadId, sequenceId, StopReason.BY_HAND).map(StoppedView::new);
    }

    @Operation(
            summary = "Mark that the person of a lead replied",
            description =
                    "Takes the lead out of all its sequences at once. An inbound activity does the same some seconds later.")
    @PostMapping(path = "/replies/{leadId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<StoppedView> replied(@PathVariable String leadId, ServerWebExchange exchange) {
        return reach.stop(exchange, leadId, "", StopReason.REPLIED).map(StoppedView::new);
    }

    @Operation(
            summary = "What persons said about being reached, the latest first",
            description = "With `leadId` only what the person of that lead said.")
    @GetMapping(path = "/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ConsentView>> consents(
            @RequestParam(required = false) @Nullable String leadId,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return leadId == null
                ? reach.consents(cursor, limit)
                : reach.consentsOf(leadId).map(Page::whole);
    }

    @Operation(
            summary = "Write down what a person said",
            description =
                    "By a lead of the person, or by the address for who may see persons. Kept by a keyed hash of the address:"
                            + " merging leads keeps it, an erasure removes it. What is withdrawn stops what is under way.")
    @PostMapping(
            path = "/consents",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ConsentView> record(
            @Valid @RequestBody Mono<ConsentBody> body, Authentication who, ServerWebExchange exchange) {
        return body.flatMap(given -> reach.record(exchange, given, who));
    }
}
