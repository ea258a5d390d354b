package io.nqba.compute.kernel.risk;

import io.nqba.compute.kernel.portfolio.SymmetricMatrix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Who carries the risk: the parts sum to the whole (Euler).
 *
 * @param total risk of the portfolio
 * @param marginal change of the risk per unit of weight, shape {@code [assets]}
 * @param component part of the risk, shape {@code [assets]}; negative where an asset hedges the rest
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record RiskContributions(double total, double[] marginal, double[] component) {

    /** Contributions to the volatility. */
    public static RiskContributions toVolatility(SymmetricMatrix covariance, double[] weights) {
        if (covariance.size() != weights.length) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are %d weights for a covariance of %d assets.".formatted(weights.length, covariance.size()),
                    "Give one weight per asset.");
        }
        double total = Math.sqrt(Math.max(0, covariance.form(weights)));
        double[] marginal = covariance.times(weights);
        Arrays.setAll(marginal, j -> total > 0 ? marginal[j] / total : 0);
        return of(total, marginal, weights);
    }

    /**
     * Contributions to the historical expected shortfall: each asset's mean loss over the scenarios in which the portfolio loses most.
     *
     * @param returns per asset and period, shape {@code [assets][periods]}
     */
    public static RiskContributions toShortfall(double[][] returns, double[] weights, double level) {
        if (returns.length != weights.length || returns.length == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "There are %d weights for the returns of %d assets.".formatted(weights.length, returns.length),
                    "Give one weight per asset, and at least one asset.");
        }
        int periods = returns[0].length;
        double[] whole = new double[periods];
        for (int j = 0; j < weights.length; j++) {
            for (int t = 0; t < periods; t++) {
                whole[t] += weights[j] * returns[j][t];
            }
        }
        TailLoss.check(whole, level);
        Integer[] order = new Integer[periods];
        Arrays.setAll(order, t -> t);
        Arrays.sort(order, (a, b) -> Double.compare(whole[a], whole[b]));
        double tail = (1 - level) * periods;
        int edge = TailLoss.edge(periods, level);
        double[] marginal = new double[weights.length];
        for (int k = 0; k <= edge; k++) {
            double share = (k < edge ? 1 : tail - edge) / tail;
            for (int j = 0; j < weights.length; j++) {
                marginal[j] -= share * returns[j][order[k]];
            }
        }
        return of(TailLoss.historical(whole, level).expectedShortfall(), marginal, weights);
    }

    private static RiskContributions of(double total, double[] marginal, double[] weights) {
        double[] component = new double[weights.length];
        Arrays.setAll(component, j -> marginal[j] * weights[j]);
        return new RiskContributions(total, marginal, component);
    }
}
