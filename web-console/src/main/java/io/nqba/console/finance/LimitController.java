package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Risk limits: made, shown, changed under optimistic locking, removed. */
@RestController
@RequestMapping(path = "/api/v1/goliath/risk-limits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "GOLIATH risk")
class LimitController {
    private static final String PATH = "/api/v1/goliath/risk-limits/";
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private final LimitDesk desk;
    private final LimitGateway limits;

    LimitController(LimitDesk desk, LimitGateway limits) {
        this.desk = desk;
        this.limits = limits;
    }

    @Operation(summary = "List risk limits, by id")
    @GetMapping
    Mono<Page<LimitView>> list(
            @RequestParam(required = false) @Size(max = 200) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return limits.limits(subjectId, cursor, limit);
    }

    @Operation(summary = "Look at one risk limit", description = "Its ETag is what a change must name.")
    @GetMapping("/{id}")
    Mono<ResponseEntity<LimitView>> find(@PathVariable String id) {
        return desk.find(id)
                .map(LimitView::of)
                .map(view -> ResponseEntity.ok().eTag(tag(view)).body(view));
    }

    @Operation(
            summary = "Set a risk limit",
            description =
                    "Orders that would leave its measure above the breach level, and worse than before, are rejected.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LimitView>> create(
            @Valid @RequestBody Mono<LimitBody> body, Principal who, ServerWebExchange exchange) {
        return body.flatMap(given -> desk.create(exchange, who.getName(), given))
                .map(view -> ResponseEntity.created(URI.create(PATH + view.id()))
                        .eTag(tag(view))
                        .body(view));
    }

    @Operation(
            summary = "Change a risk limit",
            description = "Needs the ETag in If-Match; somebody else's change is a conflict.")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LimitView>> change(
            @PathVariable String id,
            @Parameter(description = "ETag of the limit, such as \"3\"", required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Valid @RequestBody Mono<LimitBody> body,
            Principal who,
            ServerWebExchange exchange) {
        long version = version(ifMatch);
        return body.flatMap(given -> desk.change(exchange, who.getName(), id, version, given))
                .map(view -> ResponseEntity.ok().eTag(tag(view)).body(view));
    }

    @Operation(summary = "Remove a risk limit", description = "Needs the ETag in If-Match.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @Parameter(description = "ETag of the limit, such as \"3\"", required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            ServerWebExchange exchange) {
        return desk.remove(exchange, id, version(ifMatch)).then();
    }

    private static String tag(LimitView view) {
        return "\"" + view.version() + "\"";
    }

    private static long version(@Nullable String ifMatch) {
        Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!tag.matches()) {
            throw LimitDesk.refused(
                    HttpHeaders.IF_MATCH,
                    ifMatch == null ? "" : ifMatch.substring(0, Math.min(40, ifMatch.length())),
                    "It is missing or no version.",
                    "Send the ETag of the limit, such as \"3\" in quotes.");
        }
        return Long.parseLong(tag.group(1));
    }
}
