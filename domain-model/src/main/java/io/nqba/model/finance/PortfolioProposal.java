package io.nqba.model.finance;

import java.util.ArrayList;
import java.util.List;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/** The answer of a portfolio run: weights, trades, and what each of it is expected to do beside the portfolio as it is and beside equal weights. */
public final class PortfolioProposal {
    @QuerySqlField(name = "RUN_ID")
    private final String runId;

    @QuerySqlField(name = "PORTFOLIO_ID")
    private final String portfolioId;

    @QuerySqlField(name = "UNIVERSE_ID")
    private final String universeId;

    private final PortfolioObjective objective;

    private final String currency;

    @QuerySqlField(name = "CAPITAL")
    private final double capital;

    private final double cashNow;

    private final double cashProposed;

    @QuerySqlField(name = "TRADING_COST")
    private final double tradingCost;

    @QuerySqlField(name = "TURNOVER")
    private final double turnover;

    private final long pricesOfDay;

    private final long historyFromDay;

    private final int historyDays;

    private final double riskFree;

    private final double level;

    private final @Nullable PortfolioFigures now;

    private final PortfolioFigures proposed;

    private final PortfolioFigures equal;

    private final @Nullable PastTrial trial;

    private final ArrayList<ProposedPosition> positions;

    private final ArrayList<LimitPrice> limitPrices;

    private final ArrayList<String> binding;

    /**
     * @param runId the run
     * @param portfolioId the {@link Portfolio}; empty for a new one
     * @param universeId the {@link Universe}
     * @param objective what was optimised
     * @param currency ISO 4217 code of all money
     * @param capital money that the weights share out
     * @param cashNow money not invested, of the capital
     * @param cashProposed money not invested after the trades and their cost
     * @param tradingCost cost of all trades, money
     * @param turnover sum of all buys and sells, share of the capital
     * @param pricesOfDay day of the prices, epoch day
     * @param historyFromDay first day that the estimates saw, epoch day
     * @param historyDays days that the estimates saw
     * @param riskFree risk-free return per year behind the Sharpe ratios
     * @param level share of the days that are not the tail of the expected shortfall
     * @param now what the portfolio as it is is expected to do; null for a new one
     * @param proposed what the proposal is expected to do
     * @param equal what equal weights are expected to do
     * @param trial how the rule did on the past; null where it was not tried
     * @param positions every instrument held or to choose from
     * @param limitPrices binding limits with what relaxing them gains
     * @param binding instruments held at a bound of their own, in words
     */
    public PortfolioProposal(
            String runId,
            String portfolioId,
            String universeId,
            PortfolioObjective objective,
            String currency,
            double capital,
            double cashNow,
            double cashProposed,
            double tradingCost,
            double turnover,
            long pricesOfDay,
            long historyFromDay,
            int historyDays,
            double riskFree,
            double level,
            @Nullable PortfolioFigures now,
            PortfolioFigures proposed,
            PortfolioFigures equal,
            @Nullable PastTrial trial,
            List<ProposedPosition> positions,
            List<LimitPrice> limitPrices,
            List<String> binding) {
        this.runId = runId;
        this.portfolioId = portfolioId;
        this.universeId = universeId;
        this.objective = objective;
        this.currency = currency;
        this.capital = capital;
        this.cashNow = cashNow;
        this.cashProposed = cashProposed;
        this.tradingCost = tradingCost;
        this.turnover = turnover;
        this.pricesOfDay = pricesOfDay;
        this.historyFromDay = historyFromDay;
        this.historyDays = historyDays;
        this.riskFree = riskFree;
        this.level = level;
        this.now = now;
        this.proposed = proposed;
        this.equal = equal;
        this.trial = trial;
        this.positions = new ArrayList<>(positions);
        this.limitPrices = new ArrayList<>(limitPrices);
        this.binding = new ArrayList<>(binding);
    }

    public String runId() {
        return runId;
    }

    public String portfolioId() {
        return portfolioId;
    }

    public String universeId() {
        return universeId;
    }

    public PortfolioObjective objective() {
        return objective;
    }

    public String currency() {
        return currency;
    }

    public double capital() {
        return capital;
    }

    public double cashNow() {
        return cashNow;
    }

    public double cashProposed() {
        return cashProposed;
    }

    public double tradingCost() {
        return tradingCost;
    }

    public double turnover() {
        return turnover;
    }

    public long pricesOfDay() {
        return pricesOfDay;
    }

    public long historyFromDay() {
        return historyFromDay;
    }

    public int historyDays() {
        return historyDays;
    }

    public double riskFree() {
        return riskFree;
    }

    public double level() {
        return level;
    }

    public @Nullable PortfolioFigures now() {
        return now;
    }

    public PortfolioFigures proposed() {
        return proposed;
    }

    public PortfolioFigures equal() {
        return equal;
    }

    public @Nullable PastTrial trial() {
        return trial;
    }

    public List<ProposedPosition> positions() {
        return List.copyOf(positions);
    }

    public List<LimitPrice> limitPrices() {
        return List.copyOf(limitPrices);
    }

    public List<String> binding() {
        return List.copyOf(binding);
    }

    @Override
    public String toString() {
        return "PortfolioProposal[%s, %s]".formatted(runId, portfolioId);
    }
}
