package io.nqba.console.finance;

import io.nqba.console.paging.Page;
import io.nqba.model.finance.RiskLimit;
import io.nqba.model.finance.RiskScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Risk limits. Nothing here blocks. When the grid does not answer, each call fails with {@code GRID_UNREACHABLE} or {@code GRID_TIMEOUT}.
 */
public interface LimitGateway {
    /**
     * Lists limits by id.
     *
     * @param subjectId only of this book or portfolio, or null for all
     * @param cursor {@code next} of the previous page, or null for the first
     */
    Mono<Page<LimitView>> limits(@Nullable String subjectId, @Nullable String cursor, int limit);

    /** Completes empty when there is none of that id. */
    Mono<RiskLimit> find(String limitId);

    /** Returns whether there is such a book or portfolio. */
    Mono<Boolean> knows(RiskScope scope, String subjectId);

    /** Stores a new limit; false when its id is taken. */
    Mono<Boolean> create(RiskLimit limit);

    /** Replaces a limit if it is still as expected; returns whether it did. */
    Mono<Boolean> replace(RiskLimit expected, RiskLimit limit);

    /** Removes a limit if it is still as expected; returns whether it did. */
    Mono<Boolean> remove(RiskLimit expected);
}
