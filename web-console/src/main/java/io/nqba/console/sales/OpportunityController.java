package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.CloseReason;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import io.nqba.model.sales.StageHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deals and the steps they took. */
@RestController
@RequestMapping("/api/v1/sigma/opportunities")
@Tag(name = "SIGMA deals", description = "Accounts, contacts, deals.")
class OpportunityController {
    private static final CsvTable<OpportunityView> DEALS = new CsvTable<OpportunityView>()
            .column("opportunity_id", OpportunityView::id)
            .column("account_id", OpportunityView::accountId)
            .column("product_id", OpportunityView::productId)
            .column("rep_id", OpportunityView::repId)
            .column("stage", OpportunityView::stage)
            .column("engage_day", OpportunityView::engageDay)
            .column("close_day", OpportunityView::closeDay)
            .column("amount", OpportunityView::amount)
            .column("offer", OpportunityView::offer)
            .column("reason", OpportunityView::reason);

    private final SalesGateway grid;
    private final SalesDesk desk;
    private final RewriteGateway rows;
    private final Rewrites rewrites;
    private final AuditTrail audit;
    private final Clock clock;

    OpportunityController(
            SalesGateway grid, SalesDesk desk, RewriteGateway rows, Rewrites rewrites, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.rows = rows;
        this.rewrites = rewrites;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A deal.
     *
     * @param engageDay day on which the talks began; null before
     * @param closeDay day on which it was won or lost; null before
     * @param amount money it brought, currency of the book; null while it is open
     * @param offer price last offered; null when it is not known
     * @param reason why it was won or lost
     */
    record OpportunityView(
            String id,
            @Nullable String accountId,
            String productId,
            @Nullable String repId,
            DealStage stage,
            @Nullable LocalDate engageDay,
            @Nullable LocalDate closeDay,
            @Nullable Double amount,
            @Nullable Double offer,
            CloseReason reason,
            long revision) {
        static OpportunityView of(Opportunity deal) {
            return new OpportunityView(
                    deal.opportunityId(),
                    LeadView.known(deal.accountId()),
                    deal.productId(),
                    LeadView.known(deal.repId()),
                    deal.stage(),
                    day(deal.engageDay()),
                    day(deal.closeDay()),
                    Double.isNaN(deal.amount()) ? null : deal.amount(),
                    deal.offer() == 0 ? null : deal.offer(),
                    deal.reason(),
                    deal.revision());
        }

        private static @Nullable LocalDate day(long day) {
            return day == Opportunity.NOT_YET ? null : LocalDate.ofEpochDay(day);
        }
    }

    /**
     * A deal as it is sent.
     *
     * @param engageDay today when a deal is engaged and it is left out
     * @param closeDay today when a deal is closed and it is left out
     * @param amount needed for a deal that is won
     * @param offer price last offered; the one known before when it is left out
     * @param reason why a deal was won or lost; unknown when it is left out
     */
    @Schema(example = """
            {"accountId": "demo-account-001", "productId": "orbit-pro", "repId": "demo-rep-01", "stage": "ENGAGING"}""")
    record OpportunityBody(
            @Size(max = 80) @Nullable String accountId,
            @NotBlank @Size(max = 80) String productId,
            @Size(max = 80) @Nullable String repId,
            @NotNull DealStage stage,
            @Nullable LocalDate engageDay,
            @Nullable LocalDate closeDay,
            @DecimalMin("0") @DecimalMax("1e12") @Nullable Double amount,
            @DecimalMin("0") @DecimalMax("1e12") @Nullable Double offer,
            @Nullable CloseReason reason) {
        Opportunity onto(Opportunity.Builder deal, LocalDate today) {
            boolean closed = stage == DealStage.WON || stage == DealStage.LOST;
            if (stage == DealStage.WON && amount == null) {
                throw SalesDesk.refused(
                        "amount", "", "A deal that is won has an amount.", "Send the money it brought.");
            }
            LocalDate close = closed && closeDay == null ? today : closeDay;
            LocalDate engaged = stage == DealStage.ENGAGING && engageDay == null ? today : engageDay;
            if (!closed && closeDay != null) {
                throw SalesDesk.refused(
                        "closeDay", closeDay.toString(), "An open deal has no such day.", "Leave it out.");
            }
            if (!closed && reason != null && reason != CloseReason.UNKNOWN) {
                throw SalesDesk.refused(
                        "reason",
                        reason.name(),
                        "An open deal was neither won nor lost.",
                        "Leave it out, or close the deal.");
            }
            if (offer != null) {
                deal.offer(offer);
            }
            deal.reason(reason == null ? CloseReason.UNKNOWN : reason);
            if (close != null && engaged != null && close.isBefore(engaged)) {
                throw SalesDesk.refused(
                        "closeDay",
                        close.toString(),
                        "It lies before the engageDay (%s).".formatted(engaged),
                        "Send a later day.");
            }
            return deal.accountId(LeadBody.text(accountId))
                    .productId(productId)
                    .repId(LeadBody.text(repId))
                    .stage(stage)
                    .engageDay(engaged == null ? Opportunity.NOT_YET : engaged.toEpochDay())
                    .closeDay(close == null ? Opportunity.NOT_YET : close.toEpochDay())
                    .amount(stage == DealStage.WON && amount != null ? amount : closed ? 0 : Double.NaN)
                    .build();
        }
    }

    /** A step of a deal. */
    record StepView(DealStage stage, LocalDate day) {}

    @Operation(summary = "List deals by id", description = "`?format=csv` has all of them.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<OpportunityView>> list(
            @RequestParam(required = false) @Nullable DealStage stage,
            @RequestParam(required = false) @Size(max = 80) @Nullable String accountId,
            @RequestParam(required = false) @Size(max = 80) @Nullable String productId,
            @RequestParam(required = false) @Size(max = 80) @Nullable String repId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return page(new OpportunityQuery(stage, accountId, productId, repId, cursor, limit));
    }

    @GetMapping(produces = CsvTable.MEDIA_TYPE)
    Flux<String> listCsv(
            @RequestParam(required = false) @Nullable DealStage stage,
            @RequestParam(required = false) @Size(max = 80) @Nullable String accountId,
            @RequestParam(required = false) @Size(max = 80) @Nullable String productId,
            @RequestParam(required = false) @Size(max = 80) @Nullable String repId,
            ServerHttpResponse response) {
        return DEALS.lines(
                Pages.all(cursor ->
                        page(new OpportunityQuery(stage, accountId, productId, repId, cursor, Page.MAX_LIMIT))),
                response,
                "opportunities.csv");
    }

    private Mono<Page<OpportunityView>> page(OpportunityQuery query) {
        return grid.opportunities(query)
                .map(found -> new Page<>(
                        found.items().stream().map(OpportunityView::of).toList(), found.next()));
    }

    @Operation(summary = "Look at one deal", description = "Its ETag is its revision.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OpportunityView>> find(@PathVariable String id) {
        return desk.known(SalesTable.OPPORTUNITIES, id, id).map(OpportunityController::tagged);
    }

    @Operation(summary = "The steps of a deal, in order of time")
    @GetMapping(path = "/{id}/steps", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<StepView>> steps(@PathVariable String id) {
        return desk.known(SalesTable.OPPORTUNITIES, id, id)
                .then(grid.steps(id))
                .map(steps -> new Page<>(
                        steps.stream()
                                .map(step -> new StepView(step.stage(), LocalDate.ofEpochDay(step.day())))
                                .toList(),
                        null));
    }

    @Operation(summary = "Add a deal", description = "Its id is drawn.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OpportunityView>> create(
            @Valid @RequestBody Mono<OpportunityBody> body, ServerWebExchange exchange) {
        String id = "deal-" + UUID.randomUUID();
        Mono<Opportunity> made = body.flatMap(given -> checked(given)
                .then(Mono.fromCallable(() -> given.onto(Opportunity.of(id), today())))
                .flatMap(deal -> desk.create(SalesTable.OPPORTUNITIES, id, id, deal))
                .flatMap(this::stepped));
        return audit.record(exchange, "opportunity.create", id, made, Opportunity::opportunityId)
                .map(deal -> ResponseEntity.created(URI.create("/api/v1/sigma/opportunities/" + id))
                        .eTag(SalesDesk.tag(deal.revision()))
                        .body(OpportunityView.of(deal)));
    }

    @Operation(
            summary = "Change a deal, or move it to another stage",
            description =
                    "With the ETag of the revision it is based on in `If-Match`. A new stage is kept as a step of today.")
    @PutMapping(
            path = "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OpportunityView>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Mono<OpportunityBody> body,
            ServerWebExchange exchange) {
        Mono<Opportunity> changed = body.flatMap(given -> checked(given)
                .then(Mono.defer(() -> desk.change(
                        SalesTable.OPPORTUNITIES,
                        id,
                        id,
                        ifMatch,
                        before -> given.onto(before.toBuilder().revision(before.revision() + 1), today()),
                        OpportunityView::of)))
                .flatMap(this::stepped));
        return audit.record(exchange, "opportunity.change", id, changed, Opportunity::opportunityId)
                .map(OpportunityController::tagged);
    }

    @Operation(
            summary = "Remove a deal and its steps",
            description = "With the ETag of the revision that was seen in `If-Match`. It cannot be undone.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        Mono<String> removed = Mono.defer(() -> desk.unchanged(SalesTable.OPPORTUNITIES, id, id, ifMatch))
                .flatMap(deal -> rows.stepRows(id).flatMap(steps -> {
                    List<RowChange> changes = new ArrayList<>();
                    changes.add(new RowChange(CacheNames.OPPORTUNITY, id, deal, null));
                    steps.forEach((key, step) -> changes.add(new RowChange(CacheNames.STAGE_HISTORY, key, step, null)));
                    RowGuard noMoreSteps = new RowGuard(CacheNames.STAGE_HISTORY, "OPPORTUNITY_ID", id, steps.size());
                    return rewrites.apply("opportunity (%s)".formatted(id), changes, List.of(noMoreSteps));
                }))
                .thenReturn(id);
        return audit.record(exchange, "opportunity.remove", id, removed, gone -> gone)
                .then();
    }

    private Mono<Opportunity> stepped(Opportunity deal) {
        long day = switch (deal.stage()) {
            case PROSPECTING -> today().toEpochDay();
            case ENGAGING -> deal.engageDay();
            case WON, LOST -> deal.closeDay();
        };
        return grid.addStep(deal.opportunityId(), new StageHistory(deal.stage(), day))
                .thenReturn(deal);
    }

    private Mono<Void> checked(OpportunityBody given) {
        return Mono.when(List.of(
                desk.require(SalesTable.ACCOUNTS, "accountId", given.accountId()),
                desk.require(SalesTable.PRODUCTS, "productId", given.productId()),
                desk.require(SalesTable.REPS, "repId", given.repId())));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private static ResponseEntity<OpportunityView> tagged(Opportunity deal) {
        return ResponseEntity.ok().eTag(SalesDesk.tag(deal.revision())).body(OpportunityView.of(deal));
    }
}
