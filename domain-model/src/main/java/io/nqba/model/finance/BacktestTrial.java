package io.nqba.model.finance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One try of a strategy: its parameters and what came out. */
public final class BacktestTrial {
    private final LinkedHashMap<String, Double> parameters;

    private final BacktestFigures chosen;

    private final @Nullable BacktestFigures later;

    private final BacktestTrades trades;

    /**
     * @param parameters all parameters by name
     * @param chosen figures of the stretch that the choice between tries is made on
     * @param later figures of the days after that, which the choice has not seen; null when nothing was held back
     * @param trades what was traded in all
     */
    public BacktestTrial(
            Map<String, Double> parameters,
            BacktestFigures chosen,
            @Nullable BacktestFigures later,
            BacktestTrades trades) {
        this.parameters = new LinkedHashMap<>(new TreeMap<>(parameters));
        this.chosen = chosen;
        this.later = later;
        this.trades = trades;
    }

    /** Returns all parameters by name. */
    public Map<String, Double> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Returns figures of the stretch that the choice between tries is made on. */
    public BacktestFigures chosen() {
        return chosen;
    }

    /** Returns figures of the days after that, which the choice has not seen; null when nothing was held back. */
    public @Nullable BacktestFigures later() {
        return later;
    }

    /** Returns what was traded in all. */
    public BacktestTrades trades() {
        return trades;
    }

    @Override
    public String toString() {
        return "BacktestTrial[%s, %s, %s]".formatted(parameters, chosen, later);
    }
}
