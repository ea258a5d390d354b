package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.sales.Lead;
import io.nqba.model.sales.LeadGrade;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadStatus;
import io.nqba.model.sales.Outcome;
import io.nqba.privacy.Person;
import io.nqba.privacy.PersonalVault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
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

    private final SalesGateway grid;
    private final SalesDesk desk;
    private final Persons persons;
    private final AuditTrail audit;
    private final Clock clock;

    LeadController(SalesGateway grid, SalesDesk desk, Persons persons, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
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
            LeadQuery.@Nullable Sort sort) {
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
                    cursor,
                    limit);
        }
    }

    @Operation(
            summary = "List leads, newest first",
            description =
                    "`sort=AMOUNT` or `PROBABILITY` puts the largest first. `ownerRepId=none` has those of nobody."
                            + " A whole e-mail address finds a person, for those who may see persons. `?format=csv` has all of them.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<LeadView>> list(
            @Valid @ModelAttribute Filter filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            Authentication who) {
        return persons.vault().flatMap(vault -> page(vault, filter, cursor, limit, who));
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> listCsv(@Valid @ModelAttribute Filter filter, Authentication who, ServerHttpResponse response) {
        return persons.vault()
                .flatMapMany(vault -> LEADS.lines(
                        Pages.all(cursor -> page(vault, filter, cursor, Page.MAX_LIMIT, who)), response, "leads.csv"));
    }

    private Mono<Page<LeadView>> page(
            PersonalVault vault, Filter filter, @Nullable String cursor, int limit, Authentication who) {
        boolean clear = PersonView.seenBy(who);
        LeadQuery query = filter.query(cursor, limit);
        if (filter.email() != null && !filter.email().isBlank()) {
            if (!clear) {
                throw hidden("email");
            }
            query = query.ofPerson(vault.emailHash(filter.email()));
        }
        return grid.leads(query)
                .map(found -> new Page<>(
                        found.items().stream()
                                .map(lead -> LeadView.of(lead, opened(vault, lead.lead()), clear, null))
                                .toList(),
                        found.next()));
    }

    @Operation(summary = "Look at one lead", description = "With its features and its score. Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LeadView>> find(@PathVariable String id, Authentication who) {
        return desk.known(SalesTable.LEADS, id, id)
                .flatMap(lead -> view(lead, who))
                .map(LeadController::tagged);
    }

    @Operation(
            summary = "Add a lead",
            description = "Its id is drawn; its person is sealed before it enters the grid. 201 with the lead.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LeadView>> create(
            @Valid @RequestBody Mono<LeadBody> body, Authentication who, ServerWebExchange exchange) {
        String id = "lead-" + UUID.randomUUID();
        Mono<LeadView> made = body.flatMap(given -> checked(given)
                .zipWith(persons.vault(), (schema, vault) -> {
                    Lead.Builder lead = given.onto(Lead.of(id).schemaId(schema.schemaId()), schema)
                            .createdAtMillis(clock.millis());
                    LeadBody.PersonBody person = given.person();
                    return (person == null ? lead : sealed(vault, id, lead, person.toPerson())).build();
                })
                .flatMap(lead -> desk.create(SalesTable.LEADS, id, id, lead))
                .flatMap(lead -> view(lead, who)));
        return audit.record(exchange, "lead.create", id, made, LeadView::id)
                .map(view -> ResponseEntity.created(URI.create("/api/v1/sigma/leads/" + view.id()))
                        .eTag(SalesDesk.tag(view.revision()))
                        .body(view));
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
        Mono<LeadView> changed = body.flatMap(given -> checked(given)
                .zipWith(persons.vault())
                .flatMap(with -> desk.change(
                        SalesTable.LEADS,
                        id,
                        id,
                        ifMatch,
                        before -> changed(before, given, with.getT1(), with.getT2(), who),
                        lead -> LeadView.of(
                                new ScoredLead(lead, null, null),
                                opened(with.getT2(), lead),
                                PersonView.seenBy(who),
                                with.getT1())))
                .flatMap(lead -> view(lead, who)));
        return audit.record(exchange, "lead.change", id, changed, LeadView::id).map(LeadController::tagged);
    }

    private static Lead changed(
            Lead before, LeadBody given, LeadSchema schema, PersonalVault vault, Authentication who) {
        if (!given.schemaId().equals(before.schemaId())) {
            throw SalesDesk.refused(
                    "schemaId",
                    given.schemaId(),
                    "The lead has another schema.",
                    "Send (%s).".formatted(before.schemaId()));
        }
        Lead.Builder next = given.onto(before.toBuilder(), schema).revision(before.revision() + 1);
        LeadBody.PersonBody person = given.person();
        if (person == null) {
            return next.build();
        }
        if (!PersonView.seenBy(who)) {
            throw hidden("person");
        }
        return sealed(vault, before.leadId(), next, person.toPerson()).build();
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
        return audit.record(
                        exchange,
                        "lead.remove",
                        id,
                        Mono.defer(() -> desk.remove(SalesTable.LEADS, id, id, ifMatch)),
                        Lead::leadId)
                .then();
    }

    private Mono<LeadSchema> checked(LeadBody given) {
        return desk.require(SalesTable.CAMPAIGNS, "campaignId", given.campaignId())
                .then(desk.require(SalesTable.PRODUCTS, "productId", given.productId()))
                .then(desk.require(SalesTable.REPS, "ownerRepId", given.ownerRepId()))
                .then(desk.require(SalesTable.SCHEMAS, "schemaId", given.schemaId()))
                .then(Mono.defer(() -> grid.find(SalesTable.SCHEMAS, given.schemaId())));
    }

    private Mono<LeadView> view(Lead lead, Authentication who) {
        return persons.vault()
                .flatMap(vault -> grid.find(SalesTable.SCHEMAS, lead.schemaId())
                        .map(schema -> LeadView.of(
                                new ScoredLead(lead, null, null), opened(vault, lead), PersonView.seenBy(who), schema)))
                .flatMap(view -> grid.score(view.id()).map(view::with).defaultIfEmpty(view));
    }

    private static Person opened(PersonalVault vault, Lead lead) {
        return vault.openLead(lead.leadId(), lead.person());
    }

    private static Lead.Builder sealed(PersonalVault vault, String leadId, Lead.Builder lead, Person person) {
        return lead.person(vault.sealLead(leadId, person)).emailHash(vault.emailHash(person.email()));
    }

    private static NqbaException hidden(String field) {
        return new NqbaException(
                ErrorCode.FORBIDDEN,
                "Your role does not see persons, so the field (%s) is not for you.".formatted(field),
                "Leave it out, or ask an operator; docs/security.md lists the roles.");
    }

    private static ResponseEntity<LeadView> tagged(LeadView view) {
        return ResponseEntity.ok().eTag(SalesDesk.tag(view.revision())).body(view);
    }
}
