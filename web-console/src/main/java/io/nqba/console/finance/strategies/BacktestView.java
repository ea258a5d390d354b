package io.nqba.console.finance.strategies;

import io.nqba.model.finance.BacktestObjective;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a backtest.
 *
 * @param chosenTo last day that the choice between tries has seen
 * @param best the chosen try
 * @param equalWeight equal weights over the same days, at the same costs
 * @param trials all tries
 * @param planned tries that were asked for
 * @param triesInAll different tries of the strategy, earlier runs included
 * @param luckySharpe Sharpe ratio that the best of so many tries would have without any skill
 * @param deflatedSharpe probability that the true Sharpe ratio is above that, 0 to 1
 * @param futureChecks days after which the prices were scrambled without changing a decision; negative when one changed
 */
public record BacktestView(
        String runId,
        String strategyId,
        String strategyName,
        String kind,
        String universeId,
        BacktestObjective objective,
        LocalDate from,
        LocalDate chosenTo,
        LocalDate to,
        Trial best,
        Trial equalWeight,
        List<Trial> trials,
        int planned,
        long triesInAll,
        double luckySharpe,
        double deflatedSharpe,
        int futureChecks,
        Instant finishedAt) {
    public BacktestView {
        trials = List.copyOf(trials);
    }

    /**
     * One try.
     *
     * @param chosen figures of the days of the choice
     * @param later figures of the days after them; null when none were held back
     */
    public record Trial(
            Map<String, Double> parameters,
            Stretch chosen,
            @Nullable Stretch later,
            Trades trades) {
        public Trial {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Figures of one stretch of days; rates and ratios are those of a year.
     *
     * @param growth compound growth, a share
     * @param deepestDrawdown greatest loss from a peak, 0 to 1
     */
    public record Stretch(
            int days,
            double growth,
            double volatility,
            double sharpe,
            double sortino,
            double deepestDrawdown,
            double skewness,
            double kurtosis) {}

    /**
     * What was traded; costs are shares of the capital at the start.
     *
     * @param turnover half of what was bought and sold, per mean wealth and year
     * @param hitRate share of positions that made money; null without any
     * @param exposure mean invested value per wealth
     */
    public record Trades(
            double turnover,
            @Nullable Double hitRate,
            int positions,
            int trades,
            double fees,
            double slippage,
            double financing,
            double delistingLoss,
            double cost,
            double exposure) {}
}
