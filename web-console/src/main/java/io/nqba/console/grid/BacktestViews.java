package io.nqba.console.grid;

import io.nqba.console.finance.strategies.BacktestView;
import io.nqba.console.finance.strategies.BacktestView.Stretch;
import io.nqba.console.finance.strategies.BacktestView.Trades;
import io.nqba.console.finance.strategies.BacktestView.Trial;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.model.finance.BacktestFigures;
import io.nqba.model.finance.BacktestRun;
import io.nqba.model.finance.BacktestTrades;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns stored strategies and backtests into what the API shows. */
final class BacktestViews {
    private BacktestViews() {}

    static StrategyView of(Strategy strategy) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        strategy.kind()
                .complete(strategy.parameters())
                .forEach((parameter, value) -> parameters.put(parameter.label(), value));
        return new StrategyView(
                strategy.strategyId(),
                strategy.name(),
                strategy.kind().label(),
                strategy.universeId(),
                parameters,
                strategy.revision(),
                strategy.changedBy(),
                Instant.ofEpochMilli(strategy.changedMillis()));
    }

    static BacktestView of(BacktestRun run) {
        return new BacktestView(
                run.runId(),
                run.strategyId(),
                run.strategyName(),
                run.kind().label(),
                run.universeId(),
                run.objective(),
                LocalDate.ofEpochDay(run.fromDay()),
                LocalDate.ofEpochDay(run.chosenToDay()),
                LocalDate.ofEpochDay(run.toDay()),
                trial(run.best()),
                trial(run.equalWeight()),
                run.trials().stream().map(BacktestViews::trial).toList(),
                run.planned(),
                run.triesInAll(),
                run.luckySharpe(),
                run.deflatedSharpe(),
                run.futureChecks(),
                Instant.ofEpochMilli(run.finishedMillis()));
    }

    private static Trial trial(BacktestTrial trial) {
        BacktestFigures later = trial.later();
        return new Trial(
                trial.parameters(),
                stretch(trial.chosen()),
                later == null ? null : stretch(later),
                trades(trial.trades()));
    }

    private static Stretch stretch(BacktestFigures figures) {
        return new Stretch(
                figures.days(),
                figures.annualGrowth(),
                figures.volatility(),
                figures.sharpe(),
                figures.sortino(),
                figures.deepestDrawdown(),
                figures.skewness(),
                figures.kurtosis());
    }

    private static Trades trades(BacktestTrades traded) {
        return new Trades(
                traded.turnover(),
                RunViews.known(traded.hitRate()),
                traded.positions(),
                traded.trades(),
                traded.fees(),
                traded.slippage(),
                traded.financing(),
                traded.delistingLoss(),
                traded.cost(),
                traded.exposure());
    }
}
