package io.nqba.console.finance.strategies;

import java.time.Instant;
import java.util.Map;

/**
 * A trading strategy.
 *
 * @param kind its rule, such as {@code moving-average-crossover}
 * @param parameters all its parameters, the usual ones included
 * @param revision one more with every change; its ETag
 */
public record StrategyView(
        String id,
        String name,
        String kind,
        String universeId,
        Map<String, Double> parameters,
        long revision,
        String changedBy,
        Instant changedAt) {
    public StrategyView {
        parameters = Map.copyOf(parameters);
    }
}
