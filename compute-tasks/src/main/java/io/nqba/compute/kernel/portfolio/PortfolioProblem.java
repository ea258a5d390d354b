package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.model.finance.PortfolioObjective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question about a universe: what is asked for, how good given weights are at it, and the best there is within limits. Immutable.
 *
 * @param universe the assets and what is expected of them
 * @param correlation of the assets, for the hierarchical rule
 * @param scenarios returns per period without gaps; null where the objective needs none
 * @param goal what is asked for
 */
public record PortfolioProblem(
        Universe universe,
        SymmetricMatrix correlation,
        @Nullable ReturnMatrix scenarios,
        Goal goal) {
    /** Below this share of risk out of place, risk is even: rounding. */
    private static final double EVEN = 1e-9;

    /**
     * What a portfolio shall be best at.
     *
     * @param objective what is optimised
     * @param target return or volatility per year; NaN where the objective has none
     * @param riskAversion what variance costs in the utility
     * @param riskFree risk-free return per year
     * @param level share of the scenarios that are not the tail
     */
    public record Goal(
            PortfolioObjective objective, double target, double riskAversion, double riskFree, double level) {}

    /**
     * Returns the best portfolio within limits, with the proof of how good it is.
     *
     * @throws NqbaException with code INFEASIBLE if no portfolio keeps the limits; the text says which one to relax
     */
    public PortfolioAnswer solve(PortfolioLimits limits) {
        return solve(limits, false);
    }

    /** Returns the best portfolio within limits; empty where there is none. */
    Optional<PortfolioAnswer> attempt(PortfolioLimits limits) {
        try {
            return Optional.of(solve(limits, true));
        } catch (NqbaException refusal) {
            if (refusal.code() == ErrorCode.INFEASIBLE || refusal.code() == ErrorCode.KERNEL_DIVERGED) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private PortfolioAnswer solve(PortfolioLimits limits, boolean quiet) {
        return switch (goal.objective()) {
            case MIN_VOLATILITY -> meanVariance(limits, quiet).minimumVolatility();
            case MAX_SHARPE -> meanVariance(limits, quiet).maximumSharpe(goal.riskFree());
            case TARGET_RETURN -> meanVariance(limits, quiet).targetReturn(goal.target());
            case TARGET_RISK -> meanVariance(limits, quiet).targetRisk(goal.target());
            case QUADRATIC_UTILITY -> meanVariance(limits, quiet).quadraticUtility(goal.riskAversion());
            case MIN_CVAR -> shortfall(limits, quiet).minimumShortfall();
            case CVAR_AT_TARGET_RETURN -> shortfall(limits, quiet).targetReturn(goal.target());
            case RISK_PARITY -> rule(RiskParity.equalContributions(universe.covariance()), 0);
            case HRP -> rule(HierarchicalRiskParity.weights(universe.covariance(), correlation), calmest());
            case EQUAL_WEIGHT -> rule(equalWeights(), calmest());
        };
    }

    private MeanVariance meanVariance(PortfolioLimits limits, boolean quiet) {
        return new MeanVariance(universe, limits, quiet);
    }

    private ShortfallOptimiser shortfall(PortfolioLimits limits, boolean quiet) {
        return new ShortfallOptimiser(universe, days(), goal.level(), limits, quiet);
    }

    private ReturnMatrix days() {
        if (scenarios == null) {
            throw new IllegalStateException("The objective (%s) needs scenarios.".formatted(goal.objective()));
        }
        return scenarios;
    }

    private double calmest() {
        return new MeanVariance(universe, PortfolioLimits.longOnly(universe.size()))
                .minimumVolatility()
                .bound();
    }

    private PortfolioAnswer rule(double[] weights, double bound) {
        double value = measure(weights, PortfolioLimits.longOnly(weights.length));
        return new PortfolioAnswer(
                weights, universe.expectedReturn(weights), universe.volatility(weights), 0, value, bound, List.of(), 0);
    }

    /** Every asset the same weight. */
    public double[] equalWeights() {
        double[] weights = new double[universe.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return weights;
    }

    /** Returns what the objective is at any weights, whether they keep the limits or not. */
    public double measure(double[] weights, PortfolioLimits limits) {
        PortfolioForm form = new PortfolioForm(limits, 0, true);
        double variance = universe.covariance().form(weights) + limits.ridge() * Vectors.dot(weights, weights);
        double net = universe.expectedReturn(weights) - form.cost(weights);
        double invested = Arrays.stream(weights).sum();
        return switch (goal.objective()) {
            case MIN_VOLATILITY -> Math.sqrt(Math.max(0, variance + form.cost(weights)));
            case TARGET_RETURN, HRP, EQUAL_WEIGHT -> Math.sqrt(Math.max(0, variance));
            case MAX_SHARPE -> variance > 0 ? (net - goal.riskFree() * invested) / Math.sqrt(variance) : Double.NaN;
            case TARGET_RISK -> net;
            case QUADRATIC_UTILITY -> net - goal.riskAversion() * variance / 2;
            case MIN_CVAR, CVAR_AT_TARGET_RETURN ->
                ShortfallOptimiser.shortfall(days(), goal.level(), weights) + form.cost(weights);
            case RISK_PARITY -> unevenness(weights);
        };
    }

    /**
     * Returns the measure that the objective is named after: the volatility or the shortfall without the cost that was added to it. Of a
     * proven bound and the cost of an answer it makes what nobody can beat who spends no more on trading: variance + cost ≥ bound² and
     * cost ≤ that of the answer leave variance ≥ bound² − cost, and for a shortfall alike.
     *
     * @param value value or bound of the objective, as {@link #measure} and {@link #solve} give it
     * @param cost of trading to the answer, share of the capital
     */
    public static double withoutCost(PortfolioObjective objective, double value, double cost) {
        if (!objective.addsCost() || cost == 0) {
            return value;
        }
        return objective == PortfolioObjective.MIN_VOLATILITY
                ? Math.sqrt(Math.max(0, value * value - cost))
                : value - cost;
    }

    /** Share of the risk that would have to move for every asset to carry the same. */
    private double unevenness(double[] weights) {
        if (!(universe.covariance().form(weights) > 0)) {
            return Double.NaN;
        }
        double away = 0;
        for (double share : RiskParity.contributions(universe.covariance(), weights)) {
            away += Math.abs(share - 1.0 / weights.length) / 2;
        }
        return away < EVEN ? 0 : away;
    }

    /**
     * Returns how the objective changes per unit of each weight, in a sense in which less is better; what else a portfolio must keep to
     * is priced with the shadow prices of the answer.
     */
    double[] slope(PortfolioAnswer answer, PortfolioLimits limits) {
        double[] weights = answer.weights();
        double[] risk = universe.covariance().times(weights);
        Vectors.add(risk, limits.ridge(), weights);
        double variance = Math.max(1e-300, Vectors.dot(risk, weights));
        double net = universe.expectedReturn(weights) - answer.tradingCost();
        double[] expected = universe.expectedReturns();
        double[] slope = new double[weights.length];
        switch (goal.objective()) {
            case MIN_VOLATILITY, HRP, EQUAL_WEIGHT, RISK_PARITY -> Vectors.add(slope, 1, risk);
            case TARGET_RETURN -> {
                Vectors.add(slope, 1, risk);
                Vectors.add(slope, -priceOfReturn(answer), expected);
            }
            case MAX_SHARPE -> {
                double excess = Math.max(1e-12, net - goal.riskFree() * limits.budget());
                Vectors.add(slope, 1, risk);
                Vectors.add(slope, -variance / excess, expected);
            }
            case TARGET_RISK -> {
                Vectors.add(slope, -1, expected);
                Vectors.add(slope, Math.max(0, net) / variance, risk);
            }
            case QUADRATIC_UTILITY -> {
                Vectors.add(slope, -1, expected);
                Vectors.add(slope, goal.riskAversion(), risk);
            }
            case MIN_CVAR, CVAR_AT_TARGET_RETURN -> {
                Vectors.add(slope, 1, tail(weights));
                Vectors.add(slope, -priceOfReturn(answer), expected);
            }
        }
        return slope;
    }

    private static double priceOfReturn(PortfolioAnswer answer) {
        return answer.shadowPrices().stream()
                .filter(price -> price.limit().startsWith("expected net return"))
                .mapToDouble(PortfolioAnswer.ShadowPrice::perUnit)
                .sum();
    }

    /** Mean loss of each asset over the days that are the tail of the portfolio. */
    private double[] tail(double[] weights) {
        ReturnMatrix days = days();
        double[] portfolio = days.portfolio(weights);
        double[] sorted = portfolio.clone();
        Arrays.sort(sorted);
        int count = Math.max(1, (int) Math.ceil((1 - goal.level()) * sorted.length));
        double edge = sorted[count - 1];
        double[] losses = new double[weights.length];
        int found = 0;
        for (int t = 0; t < portfolio.length; t++) {
            if (portfolio[t] <= edge) {
                found++;
                for (int j = 0; j < losses.length; j++) {
                    losses[j] -= days.get(j, t);
                }
            }
        }
        for (int j = 0; j < losses.length; j++) {
            losses[j] /= found;
        }
        return losses;
    }
}
