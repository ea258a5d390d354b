package io.nqba.compute.sales.assignment;

import io.nqba.model.grid.CacheNames;
import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.Outcome;
import io.nqba.model.sales.WinTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;

/**
 * How often agents won closed deals, smoothed: an agent's rate leans on that of all as if by 20 more deals, and the rate with a product
 * on the agent's as if by 10 more. Made from counts, so that every node computes the same.
 */
final class WinRates {
    private static final String CLOSED =
            "SELECT REP_ID, PRODUCT_ID, COUNT(*) FROM OPPORTUNITY WHERE STAGE = ? GROUP BY REP_ID, PRODUCT_ID";
    private static final String LABELLED = "SELECT COUNT(*) FROM LEAD WHERE OUTCOME = ?";

    private static final WinTally NONE = new WinTally();

    private final Map<String, WinTally> byAgent = new HashMap<>();
    private final Map<String, WinTally> byProduct = new HashMap<>();
    private final Map<String, Map<String, WinTally>> byPair = new HashMap<>();
    private final WinTally all = new WinTally();
    private final WinTally leads = new WinTally();

    /** @param ofLeads whether the outcomes of leads are wanted too */
    static WinRates read(Ignite ignite, boolean ofLeads) {
        var rates = new WinRates();
        for (DealStage stage : List.of(DealStage.WON, DealStage.LOST)) {
            for (List<?> row : rows(ignite, CacheNames.OPPORTUNITY, CLOSED, stage)) {
                rates.add((String) row.get(0), (String) row.get(1), stage == DealStage.WON, count(row.get(2)));
            }
        }
        for (Outcome outcome : ofLeads ? List.of(Outcome.WON, Outcome.LOST) : List.<Outcome>of()) {
            for (List<?> row : rows(ignite, CacheNames.LEAD, LABELLED, outcome)) {
                rates.leads.add(outcome == Outcome.WON, count(row.get(0)));
            }
        }
        return rates;
    }

    private static long count(Object cell) {
        return ((Number) cell).longValue();
    }

    private static List<List<?>> rows(Ignite ignite, String cacheName, String sql, Object argument) {
        try (var rows = ignite.cache(cacheName).query(new SqlFieldsQuery(sql).setArgs(argument))) {
            return rows.getAll();
        }
    }

    private void add(String repId, String productId, boolean won, long count) {
        all.add(won, count);
        byAgent.computeIfAbsent(repId, id -> new WinTally()).add(won, count);
        byProduct.computeIfAbsent(productId, id -> new WinTally()).add(won, count);
        byPair.computeIfAbsent(repId, id -> new HashMap<>())
                .computeIfAbsent(productId, id -> new WinTally())
                .add(won, count);
    }

    /** Returns the smoothed share of deals that an agent wins with a product, 0..1. */
    double of(String repId, String productId) {
        WinTally pair = byPair.getOrDefault(repId, Map.of()).getOrDefault(productId, NONE);
        return pair.smoothed(WinTally.PAIR_PRIOR, ofAgent(repId));
    }

    /** Returns how much better an agent is with a product than all agents together; 1 where nothing is known. */
    double relative(String repId, String productId) {
        double everybody = byProduct.getOrDefault(productId, NONE).smoothed(WinTally.PAIR_PRIOR, all.seen());
        return everybody > 0 ? of(repId, productId) / everybody : 1;
    }

    private double ofAgent(String repId) {
        return byAgent.getOrDefault(repId, NONE).smoothed(WinTally.AGENT_PRIOR, all.seen());
    }

    /** Returns the share of leads to be won, as those with a known outcome tell; it does not lean on deals, as few leads become one. */
    double ofLeads() {
        return leads.expected();
    }

    /** Returns how many leads have a known outcome. */
    long closedLeads() {
        return leads.total();
    }

    /** Returns a digest of the counts. */
    long fingerprint() {
        return 31 * (31 * all.digest() + leads.digest())
                + byPair.entrySet().stream()
                        .mapToLong(agent -> agent.getKey().hashCode()
                                * agent.getValue().entrySet().stream()
                                        .mapToLong(pair -> pair.getKey().hashCode()
                                                * pair.getValue().digest())
                                        .sum())
                        .sum();
    }
}
