package io.nqba.console.finance;

/**
 * What one run proposes for one mandate, beside what it has now and what it would have without the firm's limits. Money in the currency
 * of the book, utility per year.
 *
 * @param portfolioName what people call the portfolio
 * @param capital cash and positions at the last prices
 * @param utilityNow utility of the present weights
 * @param utilityAlone utility if the mandate minded no limit of the firm
 * @param utility utility of the proposed weights
 * @param givenUp what the limits of the firm cost it: utilityAlone minus utility
 * @param expectedReturn expected return of the proposed weights, per year
 * @param volatilityNow volatility of the present weights, per year
 * @param volatility volatility of the proposed weights, per year
 * @param turnover what is bought and sold, share of the capital
 * @param tradingCost cost of trading
 * @param cashWeight share of the capital that stays cash
 */
public record MandateResultView(
        String portfolioId,
        String portfolioName,
        double capital,
        double utilityNow,
        double utilityAlone,
        double utility,
        double givenUp,
        double expectedReturn,
        double volatilityNow,
        double volatility,
        double turnover,
        double tradingCost,
        double cashWeight) {}
