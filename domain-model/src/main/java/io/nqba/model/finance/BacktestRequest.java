package io.nqba.model.finance;

import io.nqba.model.error.Require;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks how a strategy would have done, for every combination of the given parameter values. Immutable; crosses the grid wire.
 *
 * <p>A run has no proven bound: that no other strategy could have done better cannot be shown. Its value stands beside equal weights.
 */
public final class BacktestRequest implements RunRequest {
    /** Last part of the REST path that starts such a run. */
    public static final String KIND = "backtest";
    /** Most combinations of one run. */
    public static final int MOST_TRIES = 1_000;
    /** Days from the first to the last that there can be. */
    public static final long ALL_DAYS = Long.MAX_VALUE;

    private final String strategyId;
    private final String label;
    private final LinkedHashMap<String, List<Double>> grid;
    private final long fromDay;
    private final long toDay;
    private final double heldBack;
    private final BacktestObjective objective;
    private final TradingAssumptions assumptions;
    private final long timeLimitMillis;

    /**
     * @param strategyId the {@link Strategy}
     * @param label what people shall read as its subject, such as the strategy's name
     * @param grid values to try by parameter; a parameter that is left out keeps the strategy's value
     * @param fromDay first day, epoch day; {@code -}{@link #ALL_DAYS} for the first there is
     * @param toDay last day, epoch day; {@link #ALL_DAYS} for the last finished one
     * @param heldBack share of the days, at their end, that the choice between tries does not see, 0 to 0.8
     * @param objective what the choice goes by
     * @param assumptions what trading and holding costs
     * @param timeLimitMillis longest time, milliseconds; tries that are not made by then are left out
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public BacktestRequest(
            String strategyId,
            String label,
            Map<String, List<Double>> grid,
            long fromDay,
            long toDay,
            double heldBack,
            BacktestObjective objective,
            TradingAssumptions assumptions,
            long timeLimitMillis) {
        this.strategyId = Require.text("strategyId", strategyId);
        this.label = Require.text("label", label);
        this.grid = new LinkedHashMap<>();
        new TreeMap<>(grid).forEach((name, values) -> this.grid.put(name, someOf(name, values)));
        if (fromDay >= toDay) {
            throw new IllegalArgumentException(
                    "The fromDay (%d) must lie before the toDay (%d).".formatted(fromDay, toDay));
        }
        this.fromDay = fromDay;
        this.toDay = toDay;
        if (!(heldBack >= 0 && heldBack <= 0.8)) {
            throw new IllegalArgumentException("The heldBack (%s) must lie between 0 and 0.8.".formatted(heldBack));
        }
        this.heldBack = heldBack;
        this.objective = objective;
        this.assumptions = assumptions;
        this.timeLimitMillis = Require.within("timeLimitMillis", timeLimitMillis, 1, 86_400_000);
        Require.within("tries", tries(), 1, MOST_TRIES);
    }

    /** Returns the {@link Strategy}. */
    public String strategyId() {
        return strategyId;
    }

    /** Returns values to try by parameter. */
    public Map<String, List<Double>> grid() {
        return Collections.unmodifiableMap(grid);
    }

    /** Returns first day, epoch day. */
    public long fromDay() {
        return fromDay;
    }

    /** Returns last day, epoch day. */
    public long toDay() {
        return toDay;
    }

    /** Returns share of the days, at their end, that the choice between tries does not see. */
    public double heldBack() {
        return heldBack;
    }

    /** Returns what the choice goes by. */
    public BacktestObjective objective() {
        return objective;
    }

    /** Returns what trading and holding costs. */
    public TradingAssumptions assumptions() {
        return assumptions;
    }

    /** Returns how many combinations the grid has; at most one more than is allowed. */
    public int tries() {
        long tries = 1;
        for (List<Double> values : grid.values()) {
            tries = Math.min(MOST_TRIES + 1L, tries * values.size());
        }
        return (int) tries;
    }

    /** Returns the values of one combination by parameter; the last parameter by name changes fastest. */
    public Map<String, Double> combination(int index) {
        var chosen = new TreeMap<String, Double>();
        int rest = index;
        for (var entry : new TreeMap<>(grid).descendingMap().entrySet()) {
            List<Double> values = entry.getValue();
            chosen.put(entry.getKey(), values.get(rest % values.size()));
            rest /= values.size();
        }
        return chosen;
    }

    @Override
    public BusinessUnit unit() {
        return BusinessUnit.GOLIATH;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String subject() {
        return label;
    }

    @Override
    public long timeLimitMillis() {
        return timeLimitMillis;
    }

    private static List<Double> someOf(String name, List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("The grid.%s must have a value.".formatted(name));
        }
        return new ArrayList<>(values);
    }

    @Override
    public String toString() {
        return "BacktestRequest[%s, %s, %d to %d]".formatted(strategyId, grid, fromDay, toDay);
    }
}
