package io.nqba.console.sales;

import io.nqba.model.sales.RewriteOrder;
import io.nqba.model.sales.RewriteReport;
import io.nqba.model.sales.StageHistory;
import io.nqba.model.sales.StageHistoryKey;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Rows of sales that change together. Nothing here blocks. */
public interface RewriteGateway {
    /** Changes all rows of an order or none. */
    Mono<RewriteReport> rewrite(RewriteOrder order);

    /**
     * Counts rows that refer to something.
     *
     * @param cache cache of the rows
     * @param column column that refers, as SQL names it
     */
    Mono<Long> referring(String cache, String column, String value);

    /**
     * Returns the rows that refer to something, by id; at most one more than change together.
     *
     * @param column column that refers, as SQL names it
     */
    <V> Mono<Map<String, V>> rows(SalesTable<String, V> table, String column, String value);

    /** Returns the steps of a deal with their keys. */
    Mono<Map<StageHistoryKey, StageHistory>> stepRows(String opportunityId);
}
