package io.nqba.console.grid;

import io.nqba.console.sales.SalesTopic;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.FewEvents;
import java.time.Duration;
import java.util.Set;
import org.apache.ignite.client.IgniteClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * That something of the book of sales changed: not what, and not how often. Nodes pass on a few events a second, however many rows are
 * loaded, so a million new leads do not travel to the consoles.
 */
@Component
class SalesFeed extends ChangeFeed<SalesFeed.Signal> {
    /** The last change of a burst may have been held back on its node for as long as this. */
    private static final Duration HELD_BACK = FewEvents.PAUSE.plusMillis(100);

    /** Copies of rows are counted by the filters of their nodes too, which may hold back a little longer. */
    private static final Duration HELD_BACK_BY_COPIES = Duration.ofSeconds(2);

    /** @param topic null when it may be any */
    record Signal(@Nullable SalesTopic topic) {}

    SalesFeed(GridConnection grid) {
        super(grid, "book of sales", new Signal(null));
    }

    /** Emits when rows of one of the topics changed. Never ends. */
    Flux<Boolean> of(Set<SalesTopic> topics) {
        Flux<Boolean> seen = signals()
                .filter(signal -> signal.topic() == null || topics.contains(signal.topic()))
                .map(signal -> true)
                .onBackpressureLatest();
        return seen.switchMap(now -> Flux.just(now)
                .concatWith(Mono.just(now).delayElement(HELD_BACK))
                .concatWith(Mono.just(now).delayElement(HELD_BACK_BY_COPIES)));
    }

    @Override
    void register(IgniteClient client) {
        listen(client, CacheNames.LEAD, SalesTopic.LEADS);
        listen(client, CacheNames.LEAD_SCORE, SalesTopic.LEADS);
        listen(client, CacheNames.ACTIVITY, SalesTopic.ACTIVITIES);
        listen(client, CacheNames.OPPORTUNITY, SalesTopic.DEALS);
        listen(client, CacheNames.ACCOUNT, SalesTopic.ACCOUNTS);
        listen(client, CacheNames.CONTACT, SalesTopic.ACCOUNTS);
        listen(client, CacheNames.SALES_REP, SalesTopic.BOOK);
        listen(client, CacheNames.PRODUCT, SalesTopic.BOOK);
        listen(client, CacheNames.CURRENT_ASSIGNMENT_PRICES, SalesTopic.BOOK);
    }

    private void listen(IgniteClient client, String cache, SalesTopic topic) {
        listen(client, cache, FewEvents.FACTORY, new Signal(topic));
    }
}
