package io.nqba.console.grid;

import io.nqba.model.sales.DealStage;
import io.nqba.model.sales.WinTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How likely open deals are won: the share of its agent with its product, smoothed as assignments do (decision 28). */
final class DealChances {
    static final String CLOSED = "SELECT REP_ID, PRODUCT_ID, CAST(STAGE AS VARCHAR), COUNT(*) FROM OPPORTUNITY"
            + " WHERE STAGE = ? OR STAGE = ? GROUP BY REP_ID, PRODUCT_ID, STAGE";

    private final WinTally all = new WinTally();
    private final Map<String, WinTally> byAgent = new HashMap<>();
    private final Map<List<String>, WinTally> byPair = new HashMap<>();

    /** @param rows those of {@link #CLOSED} */
    static DealChances of(List<List<?>> rows) {
        DealChances chances = new DealChances();
        for (List<?> row : rows) {
            String rep = GridSql.text(row, 0);
            boolean won = DealStage.valueOf(GridSql.text(row, 2)) == DealStage.WON;
            long count = GridSql.whole(row, 3);
            chances.all.add(won, count);
            chances.byAgent.computeIfAbsent(rep, id -> new WinTally()).add(won, count);
            chances.byPair
                    .computeIfAbsent(List.of(rep, GridSql.text(row, 1)), pair -> new WinTally())
                    .add(won, count);
        }
        return chances;
    }

    double of(String repId, String productId) {
        double everybody = all.seen();
        WinTally agent = byAgent.get(repId);
        double ofAgent = agent == null ? everybody : agent.smoothed(WinTally.AGENT_PRIOR, everybody);
        WinTally pair = byPair.get(List.of(repId, productId));
        return pair == null ? ofAgent : pair.smoothed(WinTally.PAIR_PRIOR, ofAgent);
    }
}
