package io.nqba.compute.finance.book;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.model.finance.Book;
import io.nqba.model.finance.BookQuery;
import io.nqba.model.finance.PortfolioLine;
import io.nqba.model.grid.CacheNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Adds up the portfolios of a book that lie in some partitions of this node. */
final class BookPart {
    private static final String PORTFOLIOS = "SELECT PORTFOLIO_ID, NAME, OWNER, CASH FROM PORTFOLIO WHERE BOOK_ID = ?";
    private static final String POSITIONS =
            "SELECT P.PORTFOLIO_ID, P.INSTRUMENT_ID, P.SHARES, P.AVERAGE_COST FROM PORTFOLIO F"
                    + " JOIN POSITION P ON P.PORTFOLIO_ID = F.PORTFOLIO_ID WHERE F.BOOK_ID = ?";
    private static final int PAGE_ROWS = 8192;

    private final Ignite ignite;
    private final Book book;
    private final BookQuery query;
    private final BookRange range;

    BookPart(Ignite ignite, Book book, BookQuery query) {
        this.ignite = ignite;
        this.book = book;
        this.query = query;
        this.range = BookRange.of(PriceHistory.of(ignite, book.universeId()), query);
    }

    /** Holdings of one portfolio at the three moments a line tells. */
    private static final class Held {
        private int positions;
        private double last;
        private double before;
        private double first;
    }

    BookTally of(int[] partitions) {
        BookTally tally = new BookTally(query.mostLines());
        Map<String, Held> held = positions(partitions, tally);
        try (var rows = ignite.cache(CacheNames.PORTFOLIO).query(asked(PORTFOLIOS, partitions))) {
            for (List<?> row : rows) {
                Held here = held.getOrDefault((String) row.get(0), new Held());
                double cash = (Double) row.get(3);
                tally.add(new PortfolioLine(
                        (String) row.get(0),
                        (String) row.get(1),
                        (String) row.get(2),
                        cash + here.last,
                        cash,
                        here.positions,
                        cash + here.before,
                        cash + here.first));
            }
        }
        tally.keepLargest();
        return tally;
    }

    private Map<String, Held> positions(int[] partitions, BookTally tally) {
        Map<String, Held> held = new HashMap<>();
        try (var rows = ignite.cache(CacheNames.PORTFOLIO).query(asked(POSITIONS, partitions))) {
            for (List<?> row : rows) {
                Held here = held.computeIfAbsent((String) row.get(0), id -> new Held());
                String instrumentId = (String) row.get(1);
                double shares = (Double) row.get(2);
                double price = range.last(instrumentId);
                here.positions++;
                if (Double.isNaN(price)) {
                    double cost = shares * (Double) row.get(3);
                    here.last += cost;
                    here.before += cost;
                    here.first += cost;
                    tally.addUnpriced(cost);
                    continue;
                }
                here.last += shares * price;
                here.before += shares * range.before(instrumentId);
                here.first += shares * range.first(instrumentId);
                tally.addShares(instrumentId, shares);
            }
        }
        return held;
    }

    private SqlFieldsQuery asked(String sql, int[] partitions) {
        SqlFieldsQuery asked = new SqlFieldsQuery(sql).setArgs(book.bookId());
        asked.setPartitions(partitions);
        asked.setPageSize(PAGE_ROWS);
        return asked;
    }
}
