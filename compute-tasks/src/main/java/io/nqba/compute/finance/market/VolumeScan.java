package io.nqba.compute.finance.market;

import io.nqba.compute.finance.history.PriceHistory;
import io.nqba.compute.kernel.market.RobustScore;
import io.nqba.model.finance.AnomalyKind;
import io.nqba.model.finance.MarketAnomaly;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ignite.Ignite;
import org.apache.ignite.cache.query.SqlFieldsQuery;
import org.apache.ignite.lang.IgniteCallable;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * Unusual volumes of the last days. Every node looks at the bars it holds and answers only what is out of the ordinary. While
 * partitions move between nodes an instrument may be seen by two of them, or for that one report by none.
 */
final class VolumeScan implements IgniteCallable<List<MarketAnomaly>> {
    private static final long serialVersionUID = 1L;

    private final HashSet<String> instrumentIds;
    private final long firstDay;
    private final long newestFrom;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    private VolumeScan(Set<String> instrumentIds, long firstDay, long newestFrom) {
        this.instrumentIds = new HashSet<>(instrumentIds);
        this.firstDay = firstDay;
        this.newestFrom = newestFrom;
    }

    static List<MarketAnomaly> of(Ignite ignite, PriceHistory history) {
        int days = history.days().length;
        if (days == 0) {
            return List.of();
        }
        var scan = new VolumeScan(
                Set.copyOf(history.instrumentIds()),
                history.days()[Math.max(0, days - Unusual.USUAL_DAYS - Unusual.NEWEST_DAYS)],
                history.days()[Math.max(0, days - Unusual.NEWEST_DAYS)]);
        Map<String, MarketAnomaly> found = new LinkedHashMap<>();
        for (List<MarketAnomaly> part :
                ignite.compute(ignite.cluster().forServers()).broadcast(scan)) {
            part.forEach(each -> found.put(each.instrumentId() + each.day(), each));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<MarketAnomaly> call() {
        Ignite here = Objects.requireNonNull(ignite, "ignite");
        var query = new SqlFieldsQuery(
                        "SELECT INSTRUMENT_ID, TRADING_DAY, VOLUME FROM PRICE_BAR WHERE TRADING_DAY >= ? AND VOLUME > 0"
                                + " ORDER BY INSTRUMENT_ID, TRADING_DAY")
                .setArgs(firstDay)
                .setLocal(true);
        Map<String, List<double[]>> series = new HashMap<>();
        try (var rows = here.cache(CacheNames.PRICE_BAR).query(query)) {
            for (List<?> row : rows) {
                String id = (String) row.get(0);
                if (instrumentIds.contains(id)) {
                    series.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(new double[] {((Number) row.get(1)).longValue(), (Double) row.get(2)});
                }
            }
        }
        List<MarketAnomaly> found = new ArrayList<>();
        series.forEach((id, bars) -> judge(id, bars, found));
        return found;
    }

    /** Volumes are judged by their logarithms: twice the usual is as far as half of it. */
    private void judge(String id, List<double[]> bars, List<MarketAnomaly> found) {
        double[] logs = bars.stream().mapToDouble(bar -> Math.log(bar[1])).toArray();
        for (int t = 0; t < logs.length; t++) {
            if (bars.get(t)[0] < newestFrom) {
                continue;
            }
            double[] before = Arrays.copyOfRange(logs, Math.max(0, t - Unusual.USUAL_DAYS), t);
            double score = RobustScore.of(logs[t], before);
            if (Math.abs(score) >= Unusual.LEAST_SCORE) {
                double usual = Math.exp(RobustScore.median(before));
                found.add(
                        new MarketAnomaly(id, (long) bars.get(t)[0], AnomalyKind.VOLUME, bars.get(t)[1], usual, score));
            }
        }
    }
}
