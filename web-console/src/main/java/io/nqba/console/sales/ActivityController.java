package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What was done with a lead, and what is to be done. */
@RestController
@RequestMapping("/api/v1/sigma/leads/{leadId}/activities")
@Tag(name = "SIGMA leads")
class ActivityController {
    private final ActivityDesk desk;

    ActivityController(ActivityDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "What was done with a lead, newest first",
            description = "Texts may name persons: who may not see persons gets none.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<ActivityView>> list(@PathVariable String leadId, Authentication who) {
        return desk.of(leadId, who).map(Page::whole);
    }

    @Operation(summary = "Add a call, mail, meeting, note or task to a lead")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ActivityView>> create(
            @PathVariable String leadId,
            @Valid @RequestBody Mono<ActivityBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> desk.add(exchange, leadId, given, who))
                .map(view -> RevisedView.created("/api/v1/sigma/leads/" + leadId + "/activities/" + view.id(), view));
    }

    @Operation(
            summary = "Change an activity, or mark a task as done",
            description = "With the ETag of the revision it is based on in `If-Match`.")
    @PutMapping(
            path = "/{number}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ActivityView>> change(
            @PathVariable String leadId,
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<ActivityBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> desk.change(exchange, leadId, number, ifMatch, given, who))
                .map(RevisedView::tagged);
    }
}
