package io.nqba.node.finance;

import io.nqba.model.finance.Strategy;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.grid.CacheNames;
import java.util.Map;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCache;

/** One strategy of each kind with its usual parameters, so that the first backtest is a click away. */
final class DemoStrategies {
    private final Ignite ignite;
    private final String universeId;

    DemoStrategies(Ignite ignite, String universeId) {
        this.ignite = ignite;
        this.universeId = universeId;
    }

    /** Stores those that are not there. */
    void put(long nowMillis) {
        IgniteCache<String, Strategy> strategies = ignite.cache(CacheNames.STRATEGY);
        for (StrategyKind kind : StrategyKind.values()) {
            String words = kind.label().replace('-', ' ');
            String name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
            strategies.putIfAbsent(
                    kind.label(), new Strategy(kind.label(), name, kind, universeId, Map.of(), 1, "demo", nowMillis));
        }
    }
}
