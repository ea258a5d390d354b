package io.nqba.console.sales.engagement;

import io.nqba.console.paging.Page;
import io.nqba.console.sales.RevisedView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The rules of engagement: segments, sequences, quiet hours and caps. */
@RestController
@RequestMapping("/api/v1/sigma/engagement")
@Tag(name = "SIGMA engagement", description = "Sequences of tasks and messages, consents, and the outbox.")
class RulesController {
    private final RulesDesk rules;

    RulesController(RulesDesk rules) {
        this.rules = rules;
    }

    @Operation(summary = "List segments of leads")
    @GetMapping(path = "/segments", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<SegmentView>> segments(
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return rules.segments(cursor, limit);
    }

    @Operation(summary = "Look at a segment", description = "Its ETag is its revision.")
    @GetMapping(path = "/segments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SegmentView>> segment(@PathVariable String id) {
        return rules.segment(id).map(RevisedView::tagged);
    }

    @Operation(
            summary = "Keep or change a segment",
            description =
                    "With the ETag of the revision it is based on in `If-Match` for a change, without for a new one; 409"
                            + " names the fields that differ.")
    @PutMapping(
            path = "/segments/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SegmentView>> keepSegment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<SegmentBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> rules.keep(exchange, id, ifMatch, given, who))
                .map(RevisedView::tagged);
    }

    @Operation(summary = "Remove a segment", description = "409 while a sequence begins with it.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/segments/{id}")
    Mono<Void> removeSegment(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        return rules.removeSegment(exchange, id, ifMatch).then();
    }

    @Operation(summary = "List sequences")
    @GetMapping(path = "/sequences", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<SequenceView>> sequences(
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return rules.sequences(cursor, limit);
    }

    @Operation(summary = "Look at a sequence", description = "Its ETag is its revision.")
    @GetMapping(path = "/sequences/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SequenceView>> sequence(@PathVariable String id) {
        return rules.sequence(id).map(RevisedView::tagged);
    }

    @Operation(
            summary = "Keep or change a sequence",
            description =
                    "With the ETag of the revision it is based on in `If-Match` for a change, without for a new one; 409"
                            + " names the fields that differ. Leads that are in it go on with the step of the same number. Only council and"
                            + " operators have its messages sent without approval.")
    @PutMapping(
            path = "/sequences/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SequenceView>> keepSequence(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<SequenceBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> rules.keep(exchange, id, ifMatch, given, who))
                .map(RevisedView::tagged);
    }

    @Operation(summary = "Remove a sequence", description = "Leads that are in it leave at their next step.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/sequences/{id}")
    Mono<Void> removeSequence(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        return rules.removeSequence(exchange, id, ifMatch).then();
    }

    @Operation(summary = "Quiet hours and caps", description = "The ETag is the revision.")
    @GetMapping(path = "/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SettingsView>> settings() {
        return rules.settings().map(RevisedView::tagged);
    }

    @Operation(
            summary = "Change quiet hours and caps",
            description =
                    "With the ETag of the revision it is based on in `If-Match`; they hold from the next message on.")
    @PutMapping(
            path = "/settings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SettingsView>> set(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<SettingsBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> rules.set(exchange, ifMatch, given, who)).map(RevisedView::tagged);
    }
}
