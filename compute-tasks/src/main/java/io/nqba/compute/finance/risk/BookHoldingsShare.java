package io.nqba.compute.finance.risk;

import io.nqba.compute.platform.ShareTask;
import io.nqba.model.grid.CacheNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Reads the portfolios of a book in some partitions. Queries name their partitions, so each row counts once. */
final class BookHoldingsShare implements ShareTask.Share<BookHoldings> {
    private static final int PAGE_ROWS = 8192;
    private static final String PORTFOLIOS = "SELECT PORTFOLIO_ID, NAME, CASH FROM PORTFOLIO WHERE BOOK_ID = ?";
    private static final String POSITIONS = "SELECT S.PORTFOLIO_ID, S.INSTRUMENT_ID, S.SHARES FROM PORTFOLIO P"
            + " JOIN POSITION S ON S.PORTFOLIO_ID = P.PORTFOLIO_ID WHERE P.BOOK_ID = ?";

    private final String bookId;
    private final String[] instrumentIds;
    private final double[] prices;
    private final int mostLines;
    private final int[] partitions;

    /** @param prices of the instruments; not a number where there is none */
    BookHoldingsShare(String bookId, String[] instrumentIds, double[] prices, int mostLines, int[] partitions) {
        this.bookId = bookId;
        this.instrumentIds = instrumentIds;
        this.prices = prices;
        this.mostLines = mostLines;
        this.partitions = partitions;
    }

    @Override
    public BookHoldings work(Ignite here) {
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < instrumentIds.length; j++) {
            places.put(instrumentIds[j], j);
        }
        Map<String, TreeMap<Integer, Double>> held = new HashMap<>();
        try (var rows = here.cache(CacheNames.POSITION).query(asked(POSITIONS))) {
            for (List<?> row : rows) {
                Integer place = places.get((String) row.get(1));
                if (place != null) {
                    held.computeIfAbsent((String) row.get(0), id -> new TreeMap<>())
                            .put(place, (Double) row.get(2));
                }
            }
        }
        BookHoldings holdings = new BookHoldings(mostLines, instrumentIds.length);
        try (var rows = here.cache(CacheNames.PORTFOLIO).query(asked(PORTFOLIOS))) {
            for (List<?> row : rows) {
                String id = (String) row.get(0);
                holdings.add(
                        holding(id, (String) row.get(1), (Double) row.get(2), held.getOrDefault(id, new TreeMap<>())));
            }
        }
        return holdings;
    }

    private PortfolioHolding holding(String id, String name, double cash, SortedMap<Integer, Double> held) {
        int[] at = new int[held.size()];
        double[] shares = new double[held.size()];
        double gross = 0;
        int k = 0;
        for (Map.Entry<Integer, Double> position : held.entrySet()) {
            at[k] = position.getKey();
            shares[k] = position.getValue();
            double money = Math.abs(shares[k] * prices[at[k]]);
            gross += Double.isNaN(money) ? 0 : money;
            k++;
        }
        return new PortfolioHolding(id, name, cash, at, shares, gross);
    }

    private SqlFieldsQuery asked(String sql) {
        return new SqlFieldsQuery(sql)
                .setArgs(bookId)
                .setSchema("PUBLIC")
                .setPartitions(partitions.clone())
                .setPageSize(PAGE_ROWS);
    }
}
