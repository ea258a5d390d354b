package io.nqba.console.paging;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a list to its end, page by page, as fast as somebody takes the items. */
public final class Pages {
    private Pages() {}

    /**
     * Returns all items of a list.
     *
     * @param page returns the page at a cursor, null for the first
     */
    public static <T> Flux<T> all(Function<@Nullable String, Mono<Page<T>>> page) {
        return page.apply(null)
                .expand(read -> read.next() == null ? Mono.empty() : page.apply(read.next()))
                .concatMapIterable(Page::items);
    }
}
