package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.model.sales.DuplicateKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Rows that may be the same. */
@RestController
@RequestMapping("/api/v1/sigma/duplicates")
@Tag(
        name = "SIGMA duplicates",
        description = "Rows that may be the same: found next to the data, merged by people only.")
class DuplicateController {
    private final MergeDesk desk;

    DuplicateController(MergeDesk desk) {
        this.desk = desk;
    }

    /** Rows that are not the same. */
    @Schema(example = """
            {"kind": "PRODUCT", "ids": ["gtx-pro", "gtx-plus"]}""")
    record DismissalBody(
            @NotNull DuplicateKind kind,
            @NotNull @Size(min = 2, max = 20) List<@NotBlank @Size(max = 80) String> ids) {}

    @Operation(
            summary = "List rows that may be the same, surest first",
            description =
                    "Leads by their e-mail address or their company, accounts and products by their name: the same name however it is"
                            + " written, or one letter apart. Of a company written several ways, one lead for each way; two leads with"
                            + " different addresses are different persons. Persons are masked by role.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<DuplicateView>> list(
            @RequestParam(required = false) @Nullable DuplicateKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            Authentication who) {
        return desk.find(kind, cursor, limit, who).map(MergeDesk.Found::page);
    }

    @Operation(
            summary = "Make rows one",
            description =
                    "All in one transaction: the survivor takes the chosen fields; activities, scores, deals and contacts of the others"
                            + " move to it; the others go. 409 tells what somebody changed since the revisions that are sent; then nothing is"
                            + " changed.")
    @PostMapping(
            path = "/merge",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<MergeDesk.Merged> merge(
            @Valid @RequestBody Mono<MergeBody> body, Authentication who, ServerWebExchange exchange) {
        return body.flatMap(given -> desk.merge(exchange, given, who));
    }

    @Operation(
            summary = "Say that rows are not the same",
            description = "They are not offered together again; a further row that is like them is.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping(path = "/dismissal", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Void> dismiss(@Valid @RequestBody Mono<DismissalBody> body, Authentication who, ServerWebExchange exchange) {
        return body.flatMap(given -> desk.dismiss(exchange, given.kind(), given.ids(), who.getName()));
    }
}
