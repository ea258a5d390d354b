package io.nqba.console.sales;

import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leads. Who may see persons sees them; to others they are masked, in lists, single rows and files alike. */
@RestController
@RequestMapping("/api/v1/sigma/leads")
@Tag(name = "SIGMA leads", description = "Leads and what was done with them. Persons are masked by role.")
class LeadController {
    private static final CsvTable<LeadView> LEADS = new CsvTable<LeadView>()
            .column("lead_id", LeadView::id)
            .column("schema_id", LeadView::schemaId)
            .column("company", LeadView::company)
            .column("name", lead -> lead.person().name())
            .column("email", lead -> lead.person().email())
            .column("phone", lead -> lead.person().phone())
            .column("source", LeadView::source)
            .column("campaign_id", LeadView::campaignId)
            .column("territory", LeadView::territory)
            .column("language", LeadView::language)
            .column("product_id", LeadView::productId)
            .column("amount", LeadView::amount)
            .column("work_hours", LeadView::workHours)
            .column("owner_rep_id", LeadView::ownerRepId)
            .column("status", LeadView::status)
            .column("outcome", LeadView::outcome)
            .column("created_at", LeadView::createdAt)
            .column("probability", LeadView::probability)
            .column("grade", LeadView::grade);

    private final LeadDesk desk;

    LeadController(LeadDesk desk) {
        this.desk = desk;
    }

    /**
     * Filters of the list.
     *
     * @param ownerRepId an agent; {@code none} for those of nobody
     * @param email a whole address; only for those who may see persons
     */
    record Filter(
            @Size(max = 80) @Nullable String schemaId,
            @Nullable LeadStatus status,
            @Nullable Outcome outcome,
            @Size(max = 80) @Nullable String ownerRepId,
            @Size(max = 80) @Nullable String territory,
            @Size(max = 80) @Nullable String productId,
            @Size(max = 80) @Nullable String source,
            @Nullable LeadGrade grade,
            @Size(max = 100) @Nullable String search,
            @Size(max = 254) @Nullable String email,
            LeadQuery.@Nullable Sort sort,
            @Nullable Boolean descending) {
        LeadQuery query(@Nullable String cursor, int limit) {
            return new LeadQuery(
                    schemaId,
                    status,
                    outcome,
                    "none".equals(ownerRepId) ? "" : ownerRepId,
                    territory,
                    productId,
                    source,
                    grade == null ? null : grade.name(),
                    search,
                    null,
                    sort == null ? LeadQuery.Sort.CREATED : sort,
                    descending == null || descending,
                    cursor,
                    limit);
        }
    }

    @Operation(
            summary = "List leads, newest first",
            description =
                    "`sort=AMOUNT`, `PROBABILITY` or `COMPANY` puts the largest first, with `descending=false` the smallest. `ownerRepId=none` has those of nobody."
                            + " A whole e-mail address finds a person, for those who may see persons. `?format=csv` has all of them.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<LeadView>> list(
            @Valid @ModelAttribute Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            Authentication who) {
        return desk.page(filter.query(cursor, limit), filter.email(), who);
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> listCsv(@Valid @ModelAttribute Filter filter, Authentication who, ServerHttpResponse response) {
        return LEADS.lines(
                Pages.all(cursor -> desk.page(filter.query(cursor, Page.MAX_LIMIT), filter.email(), who)),
                response,
                "leads.csv");
    }

    @Operation(summary = "Look at one lead", description = "With its features and its score. Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LeadView>> find(@PathVariable String id, Authentication who) {
        return desk.find(id, who).map(RevisedView::tagged);
    }

    @Operation(
            summary = "Add a lead",
            description = "Its id is drawn; its person is sealed before it enters the grid. 201 with the lead.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LeadView>> create(
            @Valid @RequestBody Mono<LeadBody> body, Authentication who, ServerWebExchange exchange) {
        return body.flatMap(given -> desk.create(exchange, given, who))
                .map(view -> RevisedView.created("/api/v1/sigma/leads/" + view.id(), view));
    }

    @Operation(
            summary = "Change a lead",
            description =
                    "With the ETag of the revision it is based on in `If-Match`; 409 names the fields that differ when"
                            + " somebody changed it meanwhile. Without `person` the person stays; only those who see persons may change one.")
    @PutMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LeadView>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<LeadBody> body,
            Authentication who,
            ServerWebExchange exchange) {
        return body.flatMap(given -> desk.change(exchange, id, ifMatch, given, who))
                .map(RevisedView::tagged);
    }

    @Operation(
            summary = "Remove a lead",
            description = "The lead alone; `POST …/erasure` removes everything about its person.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        return desk.remove(exchange, id, ifMatch);
    }
}
