package io.nqba.console.page.finance.strategies;

import io.nqba.console.finance.strategies.BacktestRow;
import io.nqba.console.finance.strategies.StrategyView;
import io.nqba.console.page.Figures;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Strategies and backtests in tables. */
final class StrategyRow {
    private StrategyRow() {}

    /**
     * A strategy.
     *
     * @param href the page with this one chosen
     */
    record Kept(String id, String name, String kind, String universe, String parameters, String href, boolean chosen) {}

    /** A backtest beside the others. */
    record Played(
            String href,
            String name,
            String days,
            String sharpe,
            String equalSharpe,
            String growth,
            String equalGrowth,
            String tries,
            String deflated,
            boolean better,
            String when,
            String age) {}

    static Kept of(StrategyView strategy, boolean chosen) {
        return new Kept(
                strategy.id(),
                strategy.name(),
                strategy.kind().replace('-', ' '),
                strategy.universeId(),
                strategy.parameters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + StrategyForm.plain(each.getValue()))
                        .collect(Collectors.joining(", ")),
                "/goliath/strategies?strategy=" + strategy.id(),
                chosen);
    }

    static Played of(BacktestRow row) {
        return new Played(
                "/runs/" + row.runId(),
                row.strategyName(),
                BacktestStory.day(row.from()) + " to " + BacktestStory.day(row.to()),
                Figures.number(row.sharpe(), 2),
                Figures.number(row.equalSharpe(), 2),
                Figures.number(100 * row.growth(), 1),
                Figures.number(100 * row.equalGrowth(), 1),
                Figures.count(row.tries()),
                Figures.number(100 * row.deflatedSharpe(), 1),
                row.sharpe() > row.equalSharpe(),
                row.finishedAt().toString(),
                Figures.ago(row.finishedAt(), Instant.now()));
    }
}
