package io.nqba.compute.finance.risk;

import io.nqba.compute.platform.ShareTask;
import io.nqba.model.finance.OrderSide;
import io.nqba.model.finance.RiskScope;
import io.nqba.model.grid.CacheNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.QueryCursor;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/** Adds up what the portfolios in some partitions hold. Queries name their partitions, so each row counts once. */
final class PositionShare implements ShareTask.Share<ExposureSums> {
    private static final int PAGE_ROWS = 8192;

    private static final String PORTFOLIOS = "SELECT P.CASH FROM PORTFOLIO P WHERE ";
    private static final String POSITIONS = "SELECT S.INSTRUMENT_ID, S.SHARES FROM PORTFOLIO P"
            + " JOIN POSITION S ON S.PORTFOLIO_ID = P.PORTFOLIO_ID WHERE ";
    private static final String ORDERS = "SELECT O.OPEN_INSTRUMENT_ID, O.SIDE, O.SHARES - O.FILLED_SHARES"
            + " FROM PAPER_ORDER O WHERE O.OPEN_INSTRUMENT_ID IS NOT NULL AND ";

    private final RiskScope scope;
    private final String subjectId;
    private final String[] instrumentIds;
    private final int[] partitions;

    PositionShare(RiskScope scope, String subjectId, String[] instrumentIds, int[] partitions) {
        this.scope = scope;
        this.subjectId = subjectId;
        this.instrumentIds = instrumentIds;
        this.partitions = partitions;
    }

    @Override
    public ExposureSums work(Ignite here) {
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < instrumentIds.length; j++) {
            places.put(instrumentIds[j], j);
        }
        ExposureSums sums = new ExposureSums(instrumentIds.length);
        String portfolio = scope == RiskScope.BOOK ? "P.BOOK_ID = ?" : "P.PORTFOLIO_ID = ?";
        rows(here, CacheNames.PORTFOLIO, PORTFOLIOS + portfolio, row -> sums.addPortfolio((Double) row.get(0)));
        rows(here, CacheNames.POSITION, POSITIONS + portfolio, row -> {
            Integer place = places.get((String) row.get(0));
            if (place == null) {
                sums.addStranger();
                return;
            }
            sums.addPosition(place, (Double) row.get(1));
        });
        String order = scope == RiskScope.BOOK ? "O.BOOK_ID = ?" : "O.PORTFOLIO_ID = ?";
        rows(here, CacheNames.PAPER_ORDER, ORDERS + order, row -> {
            Integer place = places.get((String) row.get(0));
            if (place != null) {
                sums.addOpenOrder(place, ((OrderSide) row.get(1)).sign(), ((Number) row.get(2)).doubleValue());
            }
        });
        return sums;
    }

    private void rows(Ignite here, String cache, String sql, Consumer<List<?>> consumer) {
        SqlFieldsQuery query = new SqlFieldsQuery(sql)
                .setArgs(subjectId)
                .setSchema("PUBLIC")
                .setPartitions(partitions.clone())
                .setPageSize(PAGE_ROWS);
        try (QueryCursor<List<?>> cursor = here.cache(cache).query(query)) {
            cursor.forEach(consumer);
        }
    }
}
