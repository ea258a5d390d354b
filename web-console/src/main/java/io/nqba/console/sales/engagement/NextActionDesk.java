package io.nqba.console.sales.engagement;

import io.nqba.console.sales.LeadQuery;
import io.nqba.console.sales.SalesGateway;
import io.nqba.model.sales.LeadStatus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what is worth most to do next, with one lead or with the largest of some. */
@Component
public class NextActionDesk {
    private static final int AT_ONCE = 8;

    private final EngagementGateway engagement;
    private final SalesGateway grid;

    NextActionDesk(EngagementGateway engagement, SalesGateway grid) {
        this.engagement = engagement;
        this.grid = grid;
    }

    /** Fails with {@code NOT_FOUND} for an unknown lead. */
    public Mono<NextActionView> of(String leadId) {
        return engagement.nextAction(leadId).map(NextActionView::of);
    }

    /** Returns the next actions of the leads with the largest amounts, the most valuable first. */
    Mono<List<NextActionView>> best(LeadStatus status, @Nullable String ownerRepId, int limit) {
        LeadQuery largest = new LeadQuery(
                null,
                status,
                null,
                ownerRepId,
                null,
                null,
                null,
                null,
                null,
                null,
                LeadQuery.Sort.AMOUNT,
                true,
                null,
                limit);
        return grid.leads(largest)
                .flatMapMany(page -> Flux.fromIterable(page.items()))
                .flatMapSequential(found -> of(found.lead().leadId()), AT_ONCE)
                .collectSortedList(Comparator.comparingDouble(
                                (NextActionView view) -> view.best().value())
                        .reversed());
    }
}
