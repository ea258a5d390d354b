package io.nqba.console.sales;

import io.nqba.console.audit.AuditTrail;
import io.nqba.model.sales.Opportunity;
import io.nqba.model.sales.StageHistory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Stores deals and keeps the steps they take. */
@Component
public class DealDesk {
    private final SalesGateway grid;
    private final SalesDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    DealDesk(SalesGateway grid, SalesDesk desk, AuditTrail audit, Clock clock) {
        this.grid = grid;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a deal. Fails with {@code NOT_FOUND}. */
    public Mono<Opportunity> find(String id) {
        return desk.known(SalesTable.OPPORTUNITIES, id, id);
    }

    /** Stores a new deal under an id that is drawn. */
    Mono<Opportunity> create(ServerWebExchange exchange, OpportunityBody given) {
        String id = "deal-" + UUID.randomUUID();
        Mono<Opportunity> made = checked(given)
                .then(Mono.fromCallable(() -> given.onto(Opportunity.of(id), today())))
                .flatMap(deal -> desk.create(SalesTable.OPPORTUNITIES, id, id, deal))
                .flatMap(deal -> stepped(deal, false));
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
        Mono<Opportunity> changed = find(id).flatMap(known -> {
            OpportunityBody given = wanted.apply(known);
            return checked(given)
                    .then(Mono.defer(() -> desk.change(
                            SalesTable.OPPORTUNITIES,
                            id,
                            id,
                            ifMatch,
                            before -> given.onto(before.toBuilder().revision(before.revision() + 1), today()),
                            OpportunityView::of)))
                    .flatMap(deal -> stepped(deal, !known.isOpen() && deal.isOpen()));
        });
        return audit.record(exchange, "opportunity.change", id, changed, Opportunity::opportunityId);
    }

    /** A deal that is taken up again steps today, not on the day of its first talks. */
    private Mono<Opportunity> stepped(Opportunity deal, boolean again) {
        long day = switch (deal.stage()) {
            case PROSPECTING -> today().toEpochDay();
            case ENGAGING -> again ? today().toEpochDay() : deal.engageDay();
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
}
