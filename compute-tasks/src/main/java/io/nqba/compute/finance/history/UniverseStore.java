package io.nqba.compute.finance.history;

import io.nqba.model.finance.ReturnBlock;
import io.nqba.model.finance.ReturnBlockKey;
import io.nqba.model.finance.ScenarioBlock;
import io.nqba.model.finance.ScenarioBlockKey;
import io.nqba.model.finance.Universe;
import io.nqba.model.grid.CacheNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;
import org.apache.ignite.transactions.Transaction;
import org.apache.ignite.transactions.TransactionConcurrency;
import org.apache.ignite.transactions.TransactionIsolation;

/**
 * Stores the prices of universes: the blocks that every node holds together with the universe in one transaction, then
 * the scenarios made from them. Scenarios follow a moment later; each carries the revision at which it last changed.
 */
public final class UniverseStore {
    private final Ignite ignite;

    public UniverseStore(Ignite ignite) {
        this.ignite = ignite;
    }

    /**
     * Stores a universe with all its prices in place of what was there.
     *
     * @param universe the universe; its revision is replaced by the next one
     * @param closes adjusted closes, shape {@code [instruments][days]}, not a number for a gap
     * @return the universe as stored
     */
    public Universe put(Universe universe, double[][] closes) {
        int days = universe.days().length;
        if (closes.length != universe.instrumentIds().size()
                || Arrays.stream(closes).anyMatch(series -> series.length != days)) {
            throw new IllegalArgumentException("The closes must have %d rows of %d days."
                    .formatted(universe.instrumentIds().size(), days));
        }
        Universe stored = putPrices(universe, closes);
        putScenarios(stored, closes, 0);
        return stored;
    }

    private Universe putPrices(Universe universe, double[][] closes) {
        IgniteCache<String, Universe> universes = ignite.cache(CacheNames.UNIVERSE);
        IgniteCache<ReturnBlockKey, ReturnBlock> blocks = ignite.cache(CacheNames.RETURN_MATRIX);
        try (Transaction change = ignite.transactions()
                .txStart(TransactionConcurrency.PESSIMISTIC, TransactionIsolation.REPEATABLE_READ)) {
            // Locks the universe first: two writers follow one another.
            Universe before = universes.get(universe.universeId());
            Universe next = withRevision(universe, before == null ? 1 : before.revision() + 1);
            for (int block = 0; block < next.blocks(); block++) {
                int first = block * ReturnBlock.INSTRUMENTS;
                int end = Math.min(closes.length, first + ReturnBlock.INSTRUMENTS);
                blocks.put(
                        new ReturnBlockKey(next.universeId(), block),
                        new ReturnBlock(Arrays.copyOfRange(closes, first, end)));
            }
            for (int block = next.blocks(); before != null && block < before.blocks(); block++) {
                blocks.remove(new ReturnBlockKey(next.universeId(), block));
            }
            universes.put(next.universeId(), next);
            change.commit();
            return next;
        }
    }

    private static Universe withRevision(Universe universe, long revision) {
        return new Universe(
                universe.universeId(),
                universe.name(),
                universe.currency(),
                universe.instrumentIds(),
                universe.days(),
                revision,
                universe.marketId());
    }

    /**
     * Changes the closes of the last day of a universe, or begins a new one: what price ticks do.
     *
     * @param day day of the prices, epoch day; the last one or a later one
     * @param closeById new adjusted closes; instruments that are not in the universe are passed over
     * @return whether anything changed: false when the day lies before the last one
     */
    public boolean amend(String universeId, long day, Map<String, Double> closeById) {
        IgniteCache<String, Universe> universes = ignite.cache(CacheNames.UNIVERSE);
        try (Transaction change = ignite.transactions()
                .txStart(TransactionConcurrency.PESSIMISTIC, TransactionIsolation.REPEATABLE_READ)) {
            Universe before = universes.get(universeId);
            if (before == null || before.days().length == 0 || day < lastDay(before)) {
                return false;
            }
            boolean begins = day > lastDay(before);
            Universe next = begins ? withDay(before, day) : withRevision(before, before.revision() + 1);
            for (int block = 0; block < next.blocks(); block++) {
                amendBlock(next, block, begins, closeById);
            }
            universes.put(universeId, next);
            change.commit();
        }
        PriceHistory history = PriceHistory.of(ignite, universeId);
        putScenarios(history.universe(), history.closes(), Math.max(0, history.days().length - 2));
        return true;
    }

    private void amendBlock(Universe next, int block, boolean begins, Map<String, Double> closeById) {
        int first = block * ReturnBlock.INSTRUMENTS;
        List<String> ids = next.instrumentIds()
                .subList(first, Math.min(next.instrumentIds().size(), first + ReturnBlock.INSTRUMENTS));
        if (!begins && ids.stream().noneMatch(closeById::containsKey)) {
            return;
        }
        IgniteCache<ReturnBlockKey, ReturnBlock> blocks = ignite.cache(CacheNames.RETURN_MATRIX);
        ReturnBlockKey key = new ReturnBlockKey(next.universeId(), block);
        double[][] before = blocks.get(key).closes();
        int days = next.days().length;
        double[][] closes = new double[before.length][];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = Arrays.copyOf(before[i], days);
            if (begins) {
                closes[i][days - 1] = Double.NaN;
            }
            closes[i][days - 1] = closeById.getOrDefault(ids.get(i), closes[i][days - 1]);
        }
        blocks.put(key, new ReturnBlock(closes));
    }

    private static long lastDay(Universe universe) {
        long[] days = universe.days();
        return days[days.length - 1];
    }

    private static Universe withDay(Universe universe, long day) {
        long[] days = Arrays.copyOf(universe.days(), universe.days().length + 1);
        days[days.length - 1] = day;
        return new Universe(
                universe.universeId(),
                universe.name(),
                universe.currency(),
                universe.instrumentIds(),
                days,
                universe.revision() + 1,
                universe.marketId());
    }

    /** Stores the scenarios from one scenario on. */
    private void putScenarios(Universe universe, double[][] closes, int firstScenario) {
        IgniteCache<ScenarioBlockKey, ScenarioBlock> cache = ignite.cache(CacheNames.SCENARIO_BLOCK);
        for (int block = firstScenario / ScenarioBlock.DAYS; block < universe.scenarioBlocks(); block++) {
            cache.put(
                    new ScenarioBlockKey(universe.universeId(), block),
                    new ScenarioBlock(universe.revision(), scenarios(closes, universe.days().length, block)));
        }
    }

    private static double[][] scenarios(double[][] closes, int days, int block) {
        int first = block * ScenarioBlock.DAYS;
        int end = Math.min(days - 1, first + ScenarioBlock.DAYS);
        double[][] returns = new double[end - first][closes.length];
        for (int i = 0; i < closes.length; i++) {
            double before = lastPrice(closes[i], first);
            for (int s = first; s < end; s++) {
                double price = closes[i][s + 1];
                double now = Double.isNaN(price) ? before : price;
                returns[s - first][i] = now / before - 1;
                before = now;
            }
        }
        return returns;
    }

    private static double lastPrice(double[] series, int day) {
        for (int t = day; t >= 0; t--) {
            if (!Double.isNaN(series[t])) {
                return series[t];
            }
        }
        return Double.NaN;
    }

    /** Returns the scenario blocks of a universe in the order of time, wherever they lie. */
    public List<ScenarioBlock> scenarios(Universe universe) {
        IgniteCache<ScenarioBlockKey, ScenarioBlock> cache = ignite.cache(CacheNames.SCENARIO_BLOCK);
        List<ScenarioBlock> blocks = new ArrayList<>();
        for (int block = 0; block < universe.scenarioBlocks(); block++) {
            ScenarioBlock stored = cache.get(new ScenarioBlockKey(universe.universeId(), block));
            if (stored != null) {
                blocks.add(stored);
            }
        }
        return blocks;
    }
}
