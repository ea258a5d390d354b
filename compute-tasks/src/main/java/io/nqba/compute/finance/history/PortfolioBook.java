package io.nqba.compute.finance.history;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.Portfolio;
import io.nqba.model.finance.Position;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Reads portfolios and what they hold. Nothing is kept: a trade shows at the next look. */
public final class PortfolioBook {
    private static final String POSITIONS =
            "SELECT INSTRUMENT_ID, SHARES, AVERAGE_COST FROM POSITION WHERE PORTFOLIO_ID = ?";
    private static final String PORTFOLIOS =
            "SELECT PORTFOLIO_ID FROM PORTFOLIO WHERE BOOK_ID = ? ORDER BY PORTFOLIO_ID";

    private PortfolioBook() {}

    /** Returns the positions of a portfolio by instrument id; empty when it holds cash only, or does not exist. */
    public static SortedMap<String, Position> positions(Ignite ignite, String portfolioId) {
        SortedMap<String, Position> positions = new TreeMap<>();
        var query = new SqlFieldsQuery(POSITIONS).setArgs(portfolioId);
        try (var rows = ignite.cache(CacheNames.POSITION).query(query)) {
            for (List<?> row : rows) {
                positions.put((String) row.get(0), new Position((Double) row.get(1), (Double) row.get(2)));
            }
        }
        return Collections.unmodifiableSortedMap(positions);
    }

    /** Returns the ids of the portfolios of a book, ascending. */
    public static List<String> portfolioIds(Ignite ignite, String bookId) {
        List<String> ids = new ArrayList<>();
        var query = new SqlFieldsQuery(PORTFOLIOS).setArgs(bookId);
        try (var rows = ignite.cache(CacheNames.PORTFOLIO).query(query)) {
            rows.forEach(row -> ids.add((String) row.get(0)));
        }
        return List.copyOf(ids);
    }

    /**
     * Returns a portfolio.
     *
     * @throws NqbaException if there is no such portfolio
     */
    public static Portfolio requirePortfolio(Ignite ignite, String portfolioId) {
        Portfolio portfolio =
                ignite.<String, Portfolio>cache(CacheNames.PORTFOLIO).get(portfolioId);
        if (portfolio == null) {
            throw unknown("portfolioId", portfolioId, "portfolio", "GET /api/v1/goliath/portfolios lists them.");
        }
        return portfolio;
    }

    /**
     * Returns a book.
     *
     * @throws NqbaException if there is no such book
     */
    public static Book requireBook(Ignite ignite, String bookId) {
        Book book = ignite.<String, Book>cache(CacheNames.BOOK).get(bookId);
        if (book == null) {
            throw unknown("bookId", bookId, "book", "GET /api/v1/goliath/books lists them.");
        }
        return book;
    }

    private static NqbaException unknown(String field, String value, String what, String remedy) {
        String problem = "There is no %s (%s).".formatted(what, value);
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem(field, value, problem, remedy)),
                null);
    }
}
