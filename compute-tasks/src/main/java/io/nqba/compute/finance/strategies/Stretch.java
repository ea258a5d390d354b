package io.nqba.compute.finance.strategies;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.StrategyParameter;
import java.util.List;

/**
 * The days of a backtest by their index.
 *
 * @param from first day, on whose close the first decision is made
 * @param chosenTo last day that the choice between tries sees
 * @param to last day
 */
record Stretch(int from, int chosenTo, int to) {
    private static final int LEAST_CHOSEN = 60;
    private static final int LEAST_LATER = 20;

    /** Returns the days of a request whose days are given. */
    static Stretch of(BacktestRequest request, BacktestStage stage) {
        int from = stage.indexFrom(request.fromDay());
        int to = stage.indexFrom(request.toDay() + 1) - 1;
        int later = (int) Math.round(request.heldBack() * (to - from));
        var stretch = new Stretch(from, to - later, to);
        if (stretch.chosenTo - from < LEAST_CHOSEN || (later > 0 && later < LEAST_LATER)) {
            throw refused(request, Math.max(0, to - from), later);
        }
        return stretch;
    }

    /**
     * Returns the first day where none was given: as late as the longest memory of any try, so that all tries and equal weights begin
     * with the same past, but in the first third of the days.
     */
    static int usualStart(StrategyKind kind, BacktestRequest request, int days) {
        double memory = 0;
        for (StrategyParameter parameter : kind.parameters()) {
            List<Double> values = request.grid().getOrDefault(parameter.label(), List.of(parameter.usual()));
            boolean looksBack = switch (parameter) {
                case SHORT_DAYS, LONG_DAYS, LOOKBACK_DAYS, WINDOW_DAYS, FORMATION_DAYS -> true;
                case SKIP_DAYS,
                        HELD_SHARE,
                        ENTRY_DEVIATIONS,
                        EXIT_DEVIATIONS,
                        TARGET_VOLATILITY,
                        MOST_LEVERAGE,
                        PAIRS,
                        REBALANCE_DAYS -> false;
            };
            for (double value : values) {
                memory = looksBack ? Math.max(memory, value) : memory;
            }
        }
        return (int) Math.min(Math.round(memory), days / 3);
    }

    private static NqbaException refused(BacktestRequest request, int days, int later) {
        String problem =
                "The days of the backtest are too few: %d returns, of which %d are held back.".formatted(days, later);
        String remedy = "Choose a longer period: at least %d returns for the choice, and %d or none held back."
                .formatted(LEAST_CHOSEN, LEAST_LATER);
        return new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("fromDay", Long.toString(request.fromDay()), problem, remedy)),
                null);
    }
}
