package io.nqba.console.finance.strategies;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A backtest in a list.
 *
 * @param sharpe Sharpe ratio a year on the days of the choice
 * @param growth compound growth a year, a share
 * @param equalSharpe Sharpe ratio of equal weights on the same days
 * @param equalGrowth growth of equal weights on the same days
 * @param tries different tries of the strategy, earlier runs included
 * @param deflatedSharpe probability that the true Sharpe ratio is above that of luck, 0 to 1
 */
public record BacktestRow(
        String runId,
        String strategyId,
        String strategyName,
        String universeId,
        LocalDate from,
        LocalDate to,
        double sharpe,
        double growth,
        double equalSharpe,
        double equalGrowth,
        long tries,
        double deflatedSharpe,
        Instant finishedAt) {}
