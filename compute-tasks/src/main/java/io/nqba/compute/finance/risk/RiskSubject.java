package io.nqba.compute.finance.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.grid.CacheNames;
import org.apache.ignite.Ignite;
import org.jspecify.annotations.Nullable;

/**
 * A book or a portfolio, as far as risk is concerned.
 *
 * @param id of the book or portfolio
 * @param name what people call it
 * @param currency ISO 4217 code
 * @param universeId universe of its prices
 */
record RiskSubject(RiskScope scope, String id, String name, String currency, String universeId) {

    /**
     * Looks one up.
     *
     * @throws NqbaException if there is none of that id
     */
    static RiskSubject find(Ignite ignite, RiskScope scope, String id) {
        return switch (scope) {
            case BOOK -> of(known(ignite.<String, Book>cache(CacheNames.BOOK).get(id), "book", id));
            case PORTFOLIO ->
                of(known(ignite.<String, Portfolio>cache(CacheNames.PORTFOLIO).get(id), "portfolio", id));
        };
    }

    private static <T> T known(@Nullable T found, String what, String id) {
        if (found == null) {
            throw new NqbaException(
                    ErrorCode.NOT_FOUND,
                    "There is no %s (%s).".formatted(what, id),
                    "Check the id; GET /api/v1/goliath/%ss lists them.".formatted(what));
        }
        return found;
    }

    static RiskSubject of(Book book) {
        return new RiskSubject(RiskScope.BOOK, book.bookId(), book.name(), book.currency(), book.universeId());
    }

    static RiskSubject of(Portfolio portfolio) {
        return new RiskSubject(
                RiskScope.PORTFOLIO,
                portfolio.portfolioId(),
                portfolio.name(),
                portfolio.currency(),
                portfolio.universeId());
    }
}
