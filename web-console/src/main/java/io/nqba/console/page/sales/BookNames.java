package io.nqba.console.page.sales;

import io.nqba.console.paging.Page;
import io.nqba.console.sales.SalesGateway;
import io.nqba.console.sales.SalesTable;
import io.nqba.model.sales.Product;
import io.nqba.model.sales.SalesRep;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people call agents and products, and which words leads carry. What is read is a few seconds old. */
@Component
class BookNames {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration WORDS_FRESH = Duration.ofSeconds(30);
    private static final int MOST_WORDS = 200;

    private final Mono<Names> names;
    private final Mono<Words> words;

    /**
     * Names by id.
     *
     * @param reps agents, by name
     * @param products products, by name
     */
    record Names(Map<String, String> reps, Map<String, String> products) {
        /** Returns what an agent is called; empty text for nobody. */
        String rep(String id) {
            return reps.getOrDefault(id, id);
        }

        String product(String id) {
            return products.getOrDefault(id, id);
        }
    }

    /** Words that leads carry. */
    record Words(List<String> sources, List<String> territories) {}

    BookNames(SalesGateway grid) {
        names = Mono.zip(
                        grid.list(SalesTable.REPS, null, null, Page.MAX_LIMIT),
                        grid.list(SalesTable.PRODUCTS, null, null, Page.MAX_LIMIT))
                .map(both -> new Names(
                        sorted(both.getT1().items(), SalesRep::repId, SalesRep::name),
                        sorted(both.getT2().items(), Product::productId, Product::name)))
                .cache(known -> FRESH, error -> Duration.ZERO, () -> Duration.ZERO);
        words = Mono.zip(grid.sources(MOST_WORDS), grid.territories(MOST_WORDS))
                .map(both -> new Words(both.getT1(), both.getT2()))
                .cache(known -> WORDS_FRESH, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<Names> names() {
        return names;
    }

    Mono<Words> words() {
        return words;
    }

    private static <V> Map<String, String> sorted(List<V> rows, Function<V, String> id, Function<V, String> name) {
        Map<String, String> byId = new LinkedHashMap<>();
        rows.stream()
                .sorted((a, b) -> name.apply(a).compareToIgnoreCase(name.apply(b)))
                .forEach(row -> byId.put(id.apply(row), name.apply(row)));
        return Collections.unmodifiableMap(byId);
    }
}
