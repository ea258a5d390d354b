package io.nqba.compute.finance.strategies;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.backtest.PriceTable;
import io.nqba.model.finance.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.ignite.Ignite;

/**
 * The prices that backtests of one universe are played on, prepared once per node and revision. The instrument that stands for the
 * market is not traded.
 */
final class BacktestStage {
    private static final String SHELF = "nqba.finance.stages";

    private final long revision;
    private final List<String> instrumentIds;
    private final long[] days;
    private final PriceTable table;

    private BacktestStage(PriceHistory history) {
        Universe universe = history.universe();
        revision = universe.revision();
        days = history.days();
        instrumentIds = new ArrayList<>();
        List<double[]> closes = new ArrayList<>();
        for (int row = 0; row < history.instrumentIds().size(); row++) {
            String id = history.instrumentIds().get(row);
            if (!id.equals(universe.marketId())) {
                instrumentIds.add(id);
                closes.add(history.closes()[row]);
            }
        }
        table = PriceTable.of(closes.toArray(new double[0][]));
    }

    static BacktestStage of(Ignite ignite, String universeId) {
        PriceHistory history = PriceHistory.of(ignite, universeId);
        ConcurrentMap<String, ConcurrentMap<String, BacktestStage>> local =
                ignite.cluster().nodeLocalMap();
        ConcurrentMap<String, BacktestStage> shelf = local.computeIfAbsent(SHELF, key -> new ConcurrentHashMap<>());
        return shelf.compute(
                universeId,
                (id, known) ->
                        known != null && known.revision == history.universe().revision()
                                ? known
                                : new BacktestStage(history));
    }

    List<String> instrumentIds() {
        return instrumentIds;
    }

    PriceTable table() {
        return table;
    }

    /** Returns how many days there are. */
    int size() {
        return days.length;
    }

    /** Returns a day by its index, epoch day. */
    long day(int index) {
        return days[index];
    }

    /** Returns the index of the first day at or after an epoch day: 0..days. */
    int indexFrom(long day) {
        int at = Arrays.binarySearch(days, day);
        return at >= 0 ? at : -at - 1;
    }

    /** Returns a number that changes with any price up to a day. */
    long fingerprint(int to) {
        return table.fingerprint(to);
    }
}
