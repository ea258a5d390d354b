package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RowChange;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stores deals and keeps the steps they take: a deal and its step in one transaction, so that neither is ever without the other. */
@Component
public class DealDesk {
    private final SalesGateway grid;
    private final RewriteGateway rows;
    private final SalesDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    DealDesk(SalesGateway grid, RewriteGateway rows, SalesDesk desk, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.rows = rows;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a deal. Fails with {@code NOT_FOUND}. */
    public Mono<Opportunity> find(String id) {
        return desk.known(SalesTable.OPPORTUNITIES, id, id);
    }

    /** Returns the steps of a deal in order of time. */
    public Mono<List<StageHistory>> steps(String id) {
        return grid.steps(id);
    }

    /** Stores a new deal under an id that is drawn. */
    public Mono<Opportunity> create(ServerWebExchange exchange, OpportunityBody given) {
        String id = "deal-" + UUID.randomUUID();
        Mono<Opportunity> made = checked(given)
                .then(Mono.fromCallable(() -> given.onto(Opportunity.of(id), today())))
                .flatMap(deal -> store(id, null, deal).thenReturn(deal));
        return audit.record(exchange, "opportunity.create", id, made, Opportunity::opportunityId);
    }

    /**
     * Changes a deal that is at a revision; a new stage is kept as a step. Fails with {@code NOT_FOUND} and {@code CONFLICT}.
     *
     * @param ifMatch the revision that the change is based on, as an ETag
     * @param wanted what the deal shall be, from what it is
     */
    public Mono<Opportunity> change(
            ServerWebExchange exchange,
            String id,
            @Nullable String ifMatch,
            Function<Opportunity, OpportunityBody> wanted) {
        Mono<Opportunity> changed = find(id).flatMap(known -> checked(wanted.apply(known)))
                .then(Mono.defer(() -> desk.change(
                        SalesTable.OPPORTUNITIES,
                        id,
                        id,
                        ifMatch,
                        before ->
                                wanted.apply(before).onto(before.toBuilder().revision(before.revision() + 1), today()),
                        OpportunityView::of,
                        (before, deal) -> store(id, before, deal))));
        return audit.record(exchange, "opportunity.change", id, changed, Opportunity::opportunityId);
    }

    /** Stores a deal with the step it takes, and says whether it was still as it was seen. */
    private Mono<Boolean> store(String id, @Nullable Opportunity before, Opportunity deal) {
        return rows.stepRows(id).flatMap(steps -> {
            List<RowChange> changes = new ArrayList<>();
            changes.add(new RowChange(CacheNames.OPPORTUNITY, id, before, deal));
            step(id, steps, before, deal).ifPresent(changes::add);
            return rows.rewrite(new RewriteOrder(changes, List.of())).flatMap(report -> {
                if (report.isDone()) {
                    return Mono.just(true);
                }
                // A loader may have added a step without a change of the deal: with its number taken, the next one is
                // free.
                return report.changedRow() == 0 ? Mono.just(false) : store(id, before, deal);
            });
        });
    }

    private Optional<RowChange> step(
            String id, Map<StageHistoryKey, StageHistory> steps, @Nullable Opportunity before, Opportunity deal) {
        Optional<StageHistoryKey> last =
                steps.keySet().stream().max(Comparator.comparingInt(StageHistoryKey::sequence));
        if (last.isPresent() && Objects.requireNonNull(steps.get(last.get())).stage() == deal.stage()) {
            return Optional.empty();
        }
        int next = last.map(StageHistoryKey::sequence).orElse(0) + 1;
        boolean again = before != null && !before.isOpen() && deal.isOpen();
        return Optional.of(new RowChange(
                CacheNames.STAGE_HISTORY,
                new StageHistoryKey(id, next),
                null,
                new StageHistory(deal.stage(), stepDay(deal, again))));
    }

    /** A deal that is taken up again steps today, not on the day of its first talks. */
    private long stepDay(Opportunity deal, boolean again) {
        return switch (deal.stage()) {
            case PROSPECTING -> today().toEpochDay();
            case ENGAGING -> again ? today().toEpochDay() : deal.engageDay();
            case WON, LOST -> deal.closeDay();
        };
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
}
