package io.nqba.model.finance;

import java.util.List;
import org.apache.ignite.cache.query.annotations.QuerySqlField;

/** What one run proposes for one mandate, beside what it has now and what it would have without the firm's limits. Money in the currency of the book. */
public final class MandateResult {
    @QuerySqlField(name = "BOOK_ID")
    private final String bookId;

    @QuerySqlField(name = "CAPITAL")
    private final double capital;

    @QuerySqlField(name = "UTILITY_NOW")
    private final double utilityNow;

    @QuerySqlField(name = "UTILITY_ALONE")
    private final double utilityAlone;

    @QuerySqlField(name = "UTILITY")
    private final double utility;

    @QuerySqlField(name = "EXPECTED_RETURN")
    private final double expectedReturn;

    @QuerySqlField(name = "VOLATILITY")
    private final double volatility;

    @QuerySqlField(name = "VOLATILITY_NOW")
    private final double volatilityNow;

    @QuerySqlField(name = "TURNOVER")
    private final double turnover;

    @QuerySqlField(name = "TRADING_COST")
    private final double tradingCost;

    @QuerySqlField(name = "CASH_WEIGHT")
    private final double cashWeight;

    private final List<String> instrumentIds;

    private final double[] weightsNow;

    private final double[] weights;

    /**
     * @param bookId book of the portfolio
     * @param capital cash and positions at the last prices
     * @param utilityNow utility of the present weights, money per year: capital times expected return minus half the risk aversion times variance
     * @param utilityAlone utility if the mandate minded no limit of the firm, trading cost subtracted
     * @param utility utility of the proposed weights, trading cost subtracted
     * @param expectedReturn expected return of the proposed weights, per year
     * @param volatility volatility of the proposed weights, per year
     * @param volatilityNow volatility of the present weights, per year
     * @param turnover what is bought and sold, share of the capital
     * @param tradingCost cost of trading, money
     * @param cashWeight share of the capital that stays cash
     * @param instrumentIds instruments that are held now or shall be held
     * @param weightsNow present weights of those instruments
     * @param weights proposed weights of those instruments
     */
    public MandateResult(
            String bookId,
            double capital,
            double utilityNow,
            double utilityAlone,
            double utility,
            double expectedReturn,
            double volatility,
            double volatilityNow,
            double turnover,
            double tradingCost,
            double cashWeight,
            List<String> instrumentIds,
            double[] weightsNow,
            double[] weights) {
        this.bookId = bookId;
        this.capital = capital;
        this.utilityNow = utilityNow;
        this.utilityAlone = utilityAlone;
        this.utility = utility;
        this.expectedReturn = expectedReturn;
        this.volatility = volatility;
        this.volatilityNow = volatilityNow;
        this.turnover = turnover;
        this.tradingCost = tradingCost;
        this.cashWeight = cashWeight;
        this.instrumentIds = List.copyOf(instrumentIds);
        this.weightsNow = weightsNow.clone();
        this.weights = weights.clone();
    }

    public String bookId() {
        return bookId;
    }

    public double capital() {
        return capital;
    }

    public double utilityNow() {
        return utilityNow;
    }

    public double utilityAlone() {
        return utilityAlone;
    }

    public double utility() {
        return utility;
    }

    public double expectedReturn() {
        return expectedReturn;
    }

    public double volatility() {
        return volatility;
    }

    public double volatilityNow() {
        return volatilityNow;
    }

    public double turnover() {
        return turnover;
    }

    public double tradingCost() {
        return tradingCost;
    }

    public double cashWeight() {
        return cashWeight;
    }

    public List<String> instrumentIds() {
        return instrumentIds;
    }

    public double[] weightsNow() {
        return weightsNow.clone();
    }

    public double[] weights() {
        return weights.clone();
    }
}
