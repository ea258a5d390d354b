package io.nqba.console.page.sales;

import io.nqba.console.sales.PipelineGateway;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people call the leads and deals that agents work on: the company, for a deal with its product. */
@Component
class WorkTitles {
    private static final int AT_ONCE = 16;

    private final SalesGateway grid;
    private final PipelineGateway pipeline;
    private final BookNames names;

    WorkTitles(SalesGateway grid, PipelineGateway pipeline, BookNames names) {
        this.grid = grid;
        this.pipeline = pipeline;
        this.names = names;
    }

    /**
     * What some pieces of work are called.
     *
     * @param deals whether they are deals; leads otherwise
     * @param byId what each is called
     */
    record Titles(boolean deals, Map<String, String> byId) {
        /** Returns what a piece of work is called; its id when it is gone or has no name. */
        String of(String id) {
            return byId.getOrDefault(id, id);
        }

        String href(String id) {
            return deals ? DealPage.href(id) : LeadAddress.lead(id);
        }
    }

    Mono<Titles> of(boolean deals, List<String> ids) {
        return Flux.fromIterable(ids)
                .flatMap(id -> (deals ? deal(id) : lead(id)).map(title -> Map.entry(id, title)), AT_ONCE)
                .filter(entry -> !entry.getValue().isEmpty())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(byId -> new Titles(deals, byId));
    }

    private Mono<String> lead(String id) {
        return grid.find(SalesTable.LEADS, id).map(lead -> lead.company());
    }

    private Mono<String> deal(String id) {
        return Mono.zip(pipeline.deal(id), names.names())
                .map(both -> "%s, %s"
                        .formatted(
                                both.getT1().account() == null
                                        ? "No account"
                                        : both.getT1().account(),
                                both.getT2().product(both.getT1().productId())));
    }
}
