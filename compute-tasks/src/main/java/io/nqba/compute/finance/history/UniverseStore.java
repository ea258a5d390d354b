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
