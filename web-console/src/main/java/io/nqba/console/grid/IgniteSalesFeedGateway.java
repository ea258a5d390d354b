package io.nqba.console.grid;

import io.nqba.console.sales.SalesFeedGateway;
import io.nqba.console.sales.SalesTopic;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Changes of the book of sales, by continuous query. */
@Component
class IgniteSalesFeedGateway implements SalesFeedGateway {
    /** A page draws anew at most this often, however fast rows change. */
    private static final Duration CALM = Duration.ofSeconds(1);

    private final SalesFeed feed;

    IgniteSalesFeedGateway(SalesFeed feed) {
        this.feed = feed;
    }

    @Override
    public Flux<Long> changes(Set<SalesTopic> topics) {
        Flux<Boolean> later = feed.of(topics).sample(CALM);
        return Flux.just(true).concatWith(later).index((sequence, change) -> sequence + 1);
    }
}
