package io.nqba.compute.finance.strategies;

import io.nqba.compute.kernel.backtest.Backtest;
import io.nqba.compute.kernel.backtest.Performance;
import io.nqba.compute.kernel.backtest.Trading;
import io.nqba.compute.kernel.backtest.TradingCosts;
import io.nqba.compute.kernel.backtest.TradingStrategies;
import io.nqba.compute.kernel.backtest.TradingStrategy;
import io.nqba.model.finance.BacktestFigures;
import io.nqba.model.finance.BacktestRequest;
import io.nqba.model.finance.BacktestTrades;
import io.nqba.model.finance.BacktestTrial;
import io.nqba.model.finance.StrategyKind;
import io.nqba.model.finance.TradingAssumptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays tries on a stage and puts them into figures. */
final class Trials {
    private final BacktestStage stage;
    private final StrategyKind kind;
    private final BacktestRequest request;
    private final Stretch stretch;
    private final TradingCosts costs;

    Trials(BacktestStage stage, StrategyKind kind, BacktestRequest request) {
        this.stage = stage;
        this.kind = kind;
        this.request = request;
        this.stretch = Stretch.of(request, stage);
        this.costs = costs(request.assumptions());
    }

    Stretch stretch() {
        return stretch;
    }

    TradingStrategy strategy(int index) {
        return TradingStrategies.create(kind, request.combination(index));
    }

    Backtest play(TradingStrategy strategy) {
        return Backtest.run(stage.table(), strategy, costs, stretch.from(), stretch.to());
    }

    BacktestTrial trial(int index) {
        return trial(complete(kind, request.combination(index)), play(strategy(index)));
    }

    BacktestTrial trial(Map<String, Double> parameters, Backtest played) {
        double hurdle = costs.cashRate();
        int chosen = stretch.chosenTo() - stretch.from();
        int all = stretch.to() - stretch.from();
        return new BacktestTrial(
                parameters,
                figures(played.performance(0, chosen, hurdle)),
                chosen == all ? null : figures(played.performance(chosen, all, hurdle)),
                trades(played.trading()));
    }

    private static Map<String, Double> complete(StrategyKind kind, Map<String, Double> given) {
        var all = new LinkedHashMap<String, Double>();
        kind.complete(given).forEach((parameter, value) -> all.put(parameter.label(), value));
        return all;
    }

    private static TradingCosts costs(TradingAssumptions assumed) {
        return new TradingCosts(
                assumed.feeRate(),
                assumed.slippageRate(),
                assumed.delistingHaircut(),
                assumed.cashRate(),
                assumed.borrowRate());
    }

    private static BacktestFigures figures(Performance measured) {
        return new BacktestFigures(
                measured.days(),
                measured.annualGrowth(),
                measured.volatility(),
                measured.sharpe(),
                measured.sortino(),
                measured.deepestDrawdown(),
                measured.skewness(),
                measured.kurtosis());
    }

    static Performance performance(BacktestFigures figures) {
        return new Performance(
                figures.days(),
                figures.annualGrowth(),
                figures.volatility(),
                figures.sharpe(),
                figures.sortino(),
                figures.deepestDrawdown(),
                figures.skewness(),
                figures.kurtosis());
    }

    private static BacktestTrades trades(Trading traded) {
        return new BacktestTrades(
                traded.turnover(),
                traded.hitRate(),
                traded.positions(),
                traded.trades(),
                traded.fees(),
                traded.slippage(),
                traded.financing(),
                traded.delistingLoss(),
                traded.exposure());
    }
}
