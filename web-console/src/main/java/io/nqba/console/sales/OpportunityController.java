package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.console.paging.Page;
import io.nqba.console.paging.Pages;
import io.nqba.console.table.CsvTable;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Activity;
import io.nqba.model.sales.ActivityKey;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.RowGuard;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final DealDesk deals;
    private final AuditTrail audit;

    OpportunityController(
            SalesGateway grid,
            SalesDesk desk,
            RewriteGateway rows,
            Rewrites rewrites,
            DealDesk deals,
            AuditTrail audit) {
        this.grid = grid;
        this.desk = desk;
        this.rows = rows;
        this.rewrites = rewrites;
        this.deals = deals;
        this.audit = audit;
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
        return body.flatMap(given -> deals.create(exchange, given))
                .map(deal -> RevisedView.created(
                        "/api/v1/sigma/opportunities/" + deal.opportunityId(), OpportunityView.of(deal)));
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
        return body.flatMap(given -> deals.change(exchange, id, ifMatch, before -> given))
                .map(OpportunityController::tagged);
    }

    @Operation(
            summary = "Remove a deal, its steps and its notes",
            description = "With the ETag of the revision that was seen in `If-Match`. It cannot be undone.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}")
    Mono<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            ServerWebExchange exchange) {
        Mono<String> removed = Mono.defer(() -> desk.unchanged(SalesTable.OPPORTUNITIES, id, id, ifMatch))
                .flatMap(deal -> Mono.zip(rows.stepRows(id), grid.timeline(ActivityDesk.ofDeal(id)))
                        .flatMap(found -> remove(deal, found.getT1(), found.getT2())))
                .thenReturn(id);
        return audit.record(exchange, "opportunity.remove", id, removed, gone -> gone)
                .then();
    }

    private Mono<Void> remove(
            Opportunity deal, Map<StageHistoryKey, StageHistory> steps, Map<ActivityKey, Activity> notes) {
        String id = deal.opportunityId();
        List<RowChange> changes = new ArrayList<>();
        changes.add(new RowChange(CacheNames.OPPORTUNITY, id, deal, null));
        steps.forEach((key, step) -> changes.add(new RowChange(CacheNames.STAGE_HISTORY, key, step, null)));
        notes.forEach((key, note) -> changes.add(new RowChange(CacheNames.ACTIVITY, key, note, null)));
        return rewrites.apply(
                "opportunity (%s)".formatted(id),
                changes,
                List.of(
                        new RowGuard(CacheNames.STAGE_HISTORY, "OPPORTUNITY_ID", id, steps.size()),
                        new RowGuard(CacheNames.ACTIVITY, "LEAD_ID", ActivityDesk.ofDeal(id), notes.size())));
    }

    private static ResponseEntity<OpportunityView> tagged(Opportunity deal) {
        return RevisedView.tagged(OpportunityView.of(deal));
    }
}
