package io.nqba.console.sales.engagement;

import io.nqba.console.paging.Page;
import io.nqba.console.sales.RevisedView;
import io.nqba.model.sales.engagement.MessageState;
import io.nqba.model.sales.engagement.OutboxMessageKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Messages to persons: drafts until somebody approves them. */
@RestController
@RequestMapping("/api/v1/sigma/engagement/outbox")
@Tag(name = "SIGMA engagement")
class OutboxController {
    private final OutboxDesk outbox;

    OutboxController(OutboxDesk outbox) {
        this.outbox = outbox;
    }

    /**
     * What goes in place of the text that was filled in; both may be left out.
     *
     * @param subject in place of the subject
     * @param text in place of the text
     */
    record ApprovalBody(
            @Size(max = SequenceBody.LONGEST_SUBJECT) @Nullable
            String subject,

            @Size(max = SequenceBody.LONGEST_TEXT) @Nullable String text) {}

    /** Why a message does not go. */
    record SuppressionBody(@Size(max = 200) @Nullable String reason) {}

    @Operation(
            summary = "List messages, newest first",
            description = "Who may not see persons sees the template and the domain of the address.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<OutboxView>> list(
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(required = false) @Nullable String leadId,
            @Parameter(description = "`next` of the previous page") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Authentication who) {
        return outbox.list(state, leadId, cursor, limit, who);
    }

    @Operation(summary = "Look at a message", description = "Its ETag is its revision.")
    @GetMapping(path = "/{leadId}/{messageId}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OutboxView>> find(
            @PathVariable String leadId, @PathVariable String messageId, Authentication who) {
        return outbox.find(new OutboxMessageKey(leadId, messageId), who).map(RevisedView::tagged);
    }

    @Operation(
            summary = "Let a message go",
            description =
                    "With the ETag of the revision that was read in `If-Match`. It goes when consent, quiet hours and caps"
                            + " allow; the reason tells what it waits for.")
    @PostMapping(
            path = "/{leadId}/{messageId}/approval",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OutboxView>> approve(
            @PathVariable String leadId,
            @PathVariable String messageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ApprovalBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> outbox.approve(
                        exchange, new OutboxMessageKey(leadId, messageId), ifMatch, given.subject(), given.text(), who))
                .map(RevisedView::tagged);
    }

    @Operation(
            summary = "Keep a message from going",
            description = "With the ETag of the revision that was read in `If-Match`.")
    @PostMapping(
            path = "/{leadId}/{messageId}/suppression",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OutboxView>> suppress(
            @PathVariable String leadId,
            @PathVariable String messageId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<SuppressionBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> outbox.suppress(
                        exchange, new OutboxMessageKey(leadId, messageId), ifMatch, given.reason(), who))
                .map(RevisedView::tagged);
    }
}
