package io.nqba.model.finance;

import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/** The result of a backtest run: the chosen try beside equal weights, all tries, and how much luck so many tries have. Keyed by run. */
public final class BacktestRun {
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "STRATEGY_ID", index = true)
    private final String strategyId;

    @QuerySqlField(name = "STRATEGY_NAME")
    private final String strategyName;

    @QuerySqlField(name = "KIND")
    private final StrategyKind kind;

    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    private final BacktestObjective objective;

    private final TradingAssumptions assumptions;

    @QuerySqlField(name = "FROM_DAY")
    private final long fromDay;

    private final long chosenToDay;

    @QuerySqlField(name = "TO_DAY")
    private final long toDay;

    private final BacktestTrial best;

    private final BacktestTrial equalWeight;

    private final ArrayList<BacktestTrial> trials;

    private final int planned;

    @QuerySqlField(name = "TRIES_IN_ALL")
    private final long triesInAll;

    private final double luckySharpe;

    @QuerySqlField(name = "DEFLATED_SHARPE")
    private final double deflatedSharpe;

    private final int futureChecks;

    @QuerySqlField(name = "FINISHED_MILLIS")
    private final long finishedMillis;

    /** Repeated for the table: the figures themselves have no columns. */
    @QuerySqlField(name = "SHARPE")
    private final double sharpe;

    @QuerySqlField(name = "ANNUAL_GROWTH")
    private final double annualGrowth;

    @QuerySqlField(name = "EQUAL_SHARPE")
    private final double equalSharpe;

    @QuerySqlField(name = "EQUAL_GROWTH")
    private final double equalGrowth;

    /**
     * @param runId the run
     * @param strategyId the {@link Strategy}
     * @param strategyName its name when the run began
     * @param kind its kind
     * @param universeId the {@link Universe}
     * @param objective what the choice between tries goes by
     * @param assumptions what trading and holding costs
     * @param fromDay first day, epoch day
     * @param chosenToDay last day that the choice has seen, epoch day
     * @param toDay last day, epoch day
     * @param best the chosen try
     * @param equalWeight equal weights over the same days, at the same costs
     * @param trials all tries of this run, in the order of its grid
     * @param planned tries that the grid has; more than were made when the run was cancelled
     * @param triesInAll different tries of the strategy, earlier runs included
     * @param luckySharpe Sharpe ratio a year that the best of so many tries would have without any skill
     * @param deflatedSharpe probability that the true Sharpe ratio is above that of luck, 0 to 1
     * @param futureChecks days after which the prices were scrambled without changing a decision; negative when a decision changed
     * @param finishedMillis when it ended, epoch milliseconds
     */
    public BacktestRun(
            String runId,
            String strategyId,
            String strategyName,
            StrategyKind kind,
            String universeId,
            BacktestObjective objective,
            TradingAssumptions assumptions,
            long fromDay,
            long chosenToDay,
            long toDay,
            BacktestTrial best,
            BacktestTrial equalWeight,
            List<BacktestTrial> trials,
            int planned,
            long triesInAll,
            double luckySharpe,
            double deflatedSharpe,
            int futureChecks,
            long finishedMillis) {
        this.runId = runId;
        this.strategyId = strategyId;
        this.strategyName = strategyName;
        this.kind = kind;
        this.universeId = universeId;
        this.objective = objective;
        this.assumptions = assumptions;
        this.fromDay = fromDay;
        this.chosenToDay = chosenToDay;
        this.toDay = toDay;
        this.best = best;
        this.equalWeight = equalWeight;
        this.trials = new ArrayList<>(trials);
        this.planned = planned;
        this.triesInAll = triesInAll;
        this.luckySharpe = luckySharpe;
        this.deflatedSharpe = deflatedSharpe;
        this.futureChecks = futureChecks;
        this.finishedMillis = finishedMillis;
        this.sharpe = best.chosen().sharpe();
        this.annualGrowth = best.chosen().annualGrowth();
        this.equalSharpe = equalWeight.chosen().sharpe();
        this.equalGrowth = equalWeight.chosen().annualGrowth();
    }

    /** Returns the run. */
    public String runId() {
        return runId;
    }

    /** Returns the {@link Strategy}. */
    public String strategyId() {
        return strategyId;
    }

    /** Returns its name when the run began. */
    public String strategyName() {
        return strategyName;
    }

    /** Returns its kind. */
    public StrategyKind kind() {
        return kind;
    }

    /** Returns the {@link Universe}. */
    public String universeId() {
        return universeId;
    }

    /** Returns what the choice between tries goes by. */
    public BacktestObjective objective() {
        return objective;
    }

    /** Returns what trading and holding costs. */
    public TradingAssumptions assumptions() {
        return assumptions;
    }

    /** Returns first day, epoch day. */
    public long fromDay() {
        return fromDay;
    }

    /** Returns last day that the choice has seen, epoch day. */
    public long chosenToDay() {
        return chosenToDay;
    }

    /** Returns last day, epoch day. */
    public long toDay() {
        return toDay;
    }

    /** Returns the chosen try. */
    public BacktestTrial best() {
        return best;
    }

    /** Returns equal weights over the same days, at the same costs. */
    public BacktestTrial equalWeight() {
        return equalWeight;
    }

    /** Returns all tries of this run, in the order of its grid. */
    public List<BacktestTrial> trials() {
        return List.copyOf(trials);
    }

    /** Returns tries that the grid has; more than were made when the run was cancelled. */
    public int planned() {
        return planned;
    }

    /** Returns different tries of the strategy, earlier runs included. */
    public long triesInAll() {
        return triesInAll;
    }

    /** Returns Sharpe ratio a year that the best of so many tries would have without any skill. */
    public double luckySharpe() {
        return luckySharpe;
    }

    /** Returns probability that the true Sharpe ratio is above that of luck, 0 to 1. */
    public double deflatedSharpe() {
        return deflatedSharpe;
    }

    /** Returns days after which the prices were scrambled without changing a decision; negative when a decision changed. */
    public int futureChecks() {
        return futureChecks;
    }

    /** Returns when it ended, epoch milliseconds. */
    public long finishedMillis() {
        return finishedMillis;
    }

    @Override
    public String toString() {
        return "BacktestRun[%s, %s, Sharpe %s, growth %s, equal weights %s, %s]"
                .formatted(runId, strategyId, sharpe, annualGrowth, equalSharpe, equalGrowth);
    }
}
