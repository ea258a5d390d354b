package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.history.PortfolioBook;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.RiskScope;
import org.apache.ignite.Ignite;

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
     * @throws io.nqba.model.error.NqbaException if there is none of that id
     */
    static RiskSubject find(Ignite ignite, RiskScope scope, String id) {
        return switch (scope) {
            case BOOK -> of(PortfolioBook.requireBook(ignite, id));
            case PORTFOLIO -> of(PortfolioBook.requirePortfolio(ignite, id));
        };
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
