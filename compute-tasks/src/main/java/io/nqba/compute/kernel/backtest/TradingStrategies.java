package io.nqba.compute.kernel.backtest;

import static io.nqba.model.finance.StrategyParameter.ENTRY_DEVIATIONS;
import static io.nqba.model.finance.StrategyParameter.EXIT_DEVIATIONS;
import static io.nqba.model.finance.StrategyParameter.FORMATION_DAYS;
import static io.nqba.model.finance.StrategyParameter.HELD_SHARE;
import static io.nqba.model.finance.StrategyParameter.LONG_DAYS;
import static io.nqba.model.finance.StrategyParameter.LOOKBACK_DAYS;
import static io.nqba.model.finance.StrategyParameter.MOST_LEVERAGE;
import static io.nqba.model.finance.StrategyParameter.PAIRS;
import static io.nqba.model.finance.StrategyParameter.REBALANCE_DAYS;
import static io.nqba.model.finance.StrategyParameter.SHORT_DAYS;
import static io.nqba.model.finance.StrategyParameter.SKIP_DAYS;
import static io.nqba.model.finance.StrategyParameter.TARGET_VOLATILITY;
import static io.nqba.model.finance.StrategyParameter.WINDOW_DAYS;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.StrategyParameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes strategies from their kind and parameters. */
public final class TradingStrategies {
    private TradingStrategies() {}

    /**
     * Returns a new strategy for one backtest.
     *
     * @param given parameters by name; missing ones take their usual values
     * @throws NqbaException naming the parameters that cannot be used
     */
    public static TradingStrategy create(StrategyKind kind, Map<String, Double> given) {
        List<FieldProblem> problems = kind.problems(given);
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new NqbaException(ErrorCode.INVALID_REQUEST, first.problem(), first.remedy(), problems, null);
        }
        var of = new Values(kind.complete(given));
        return switch (kind) {
            case MOVING_AVERAGE_CROSSOVER -> new MovingAverageCrossover(of.whole(SHORT_DAYS), of.whole(LONG_DAYS));
            case MOMENTUM ->
                new Momentum(
                        of.whole(LOOKBACK_DAYS), of.whole(SKIP_DAYS), of.number(HELD_SHARE), of.whole(REBALANCE_DAYS));
            case MEAN_REVERSION ->
                new MeanReversion(of.whole(WINDOW_DAYS), of.number(ENTRY_DEVIATIONS), of.number(EXIT_DEVIATIONS));
            case VOLATILITY_TARGET ->
                new VolatilityTarget(
                        of.number(TARGET_VOLATILITY),
                        of.whole(WINDOW_DAYS),
                        of.number(MOST_LEVERAGE),
                        of.whole(REBALANCE_DAYS));
            case PAIRS_TRADING ->
                new PairsTrading(
                        of.whole(FORMATION_DAYS),
                        of.whole(PAIRS),
                        of.number(ENTRY_DEVIATIONS),
                        of.number(EXIT_DEVIATIONS));
            case BUY_AND_HOLD -> new BuyAndHold();
        };
    }

    /** Complete parameters of a kind. */
    private record Values(Map<StrategyParameter, Double> all) {
        double number(StrategyParameter parameter) {
            return Objects.requireNonNull(all.get(parameter));
        }

        int whole(StrategyParameter parameter) {
            return (int) number(parameter);
        }
    }
}
