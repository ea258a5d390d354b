package io.nqba.console.finance;

import io.nqba.model.finance.PortfolioObjective;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a portfolio run. Weights, returns and volatilities are plain shares: 0.1 is 10 %.
 *
 * @param runId the run
 * @param portfolioId the portfolio; empty for a new one
 * @param objective what was optimised
 * @param currency ISO 4217 code of all money
 * @param capital money that the weights share out
 * @param cashNow money not invested, of the capital
 * @param cashProposed money not invested after the trades and their cost
 * @param tradingCost cost of all trades, money
 * @param turnover sum of all buys and sells, share of the capital
 * @param pricesOf day of the prices
 * @param historyFrom first day that the estimates saw
 * @param historyDays days that the estimates saw
 * @param riskFree risk-free return per year behind the Sharpe ratios
 * @param level share of the days that are not the tail of the expected shortfall
 * @param now what the portfolio as it is is expected to do; null for a new one
 * @param proposed what the proposal is expected to do
 * @param equalWeight what equal weights are expected to do
 * @param trial how the rule did on the past; null where it was not tried
 * @param positions every instrument held or to choose from
 * @param limitPrices binding limits with what relaxing them gains
 * @param binding instruments held at a bound of their own, in words
 */
public record ProposalView(
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
        LocalDate pricesOf,
        LocalDate historyFrom,
        int historyDays,
        double riskFree,
        double level,
        @Nullable Figures now,
        Figures proposed,
        Figures equalWeight,
        @Nullable Trial trial,
        List<PositionView> positions,
        List<LimitPriceView> limitPrices,
        List<String> binding) {
    public ProposalView {
        positions = List.copyOf(positions);
        limitPrices = List.copyOf(limitPrices);
        binding = List.copyOf(binding);
    }

    /**
     * What a portfolio is expected to do.
     *
     * @param objective what the run optimises; null where it cannot be measured
     * @param expectedReturn per year, before trading cost
     * @param volatility per year
     * @param sharpe null without volatility
     * @param shortfall mean loss of the worst days, share of the capital; null where the history is too short
     * @param names instruments held
     */
    public record Figures(
            @Nullable Double objective,
            double expectedReturn,
            double volatility,
            @Nullable Double sharpe,
            @Nullable Double shortfall,
            int names) {}

    /**
     * A rule tried on the past beside equal weights.
     *
     * @param windows how often it decided on two years and held the next quarter
     * @param failed how often its limits could not be kept
     * @param growth per year, compounded
     * @param equalWon whether equal weights had at least its Sharpe ratio
     */
    public record Trial(
            int windows,
            int failed,
            int days,
            double growth,
            double volatility,
            @Nullable Double sharpe,
            double equalGrowth,
            double equalVolatility,
            @Nullable Double equalSharpe,
            boolean equalWon) {}

    /**
     * One instrument of a proposal.
     *
     * @param price of one share
     * @param tradeShares shares to buy; negative to sell
     * @param tradeValue money to spend; negative for what a sale brings
     * @param cost of the trade, money
     * @param riskShare share of the variance that it then carries; null where there is none
     * @param reason why it is traded; empty where it is not
     */
    public record PositionView(
            String instrumentId,
            String name,
            String sector,
            double price,
            double sharesNow,
            double sharesProposed,
            double weightNow,
            double weightProposed,
            @Nullable Double riskShare,
            double tradeShares,
            double tradeValue,
            double cost,
            String reason) {}

    /**
     * A binding limit.
     *
     * @param limit in words
     * @param perUnit gain in the objective of the convex programme, per unit of the limit
     */
    public record LimitPriceView(String limit, double perUnit) {}
}
