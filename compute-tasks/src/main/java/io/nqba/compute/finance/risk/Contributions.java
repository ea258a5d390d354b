package io.nqba.compute.finance.risk;

import io.nqba.compute.finance.risk.RiskSweeps.Profits;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who carries the risk. Every figure is one blend of the returns of an instrument over the days of the estimation window: the days'
 * weights are known from the profits of the whole, so the nodes that hold the scenarios need no more than these. Components (marginal
 * figure times value) sum to the whole.
 *
 * @param volatility standard deviation of the daily profit, money
 * @param marginalVolatility change of the volatility per unit of value, shape {@code [instruments]}
 * @param marginalShortfall95 change of the historical expected shortfall at 95 % per unit of value
 * @param marginalShortfall99 the same at 99 %
 * @param betas slope against the market; not a number without one
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Contributions(
        double volatility,
        double[] marginalVolatility,
        double[] marginalShortfall95,
        double[] marginalShortfall99,
        double[] betas) {

    static Contributions of(RiskBasis basis, RiskWindow window, Profits profits, RiskSweeps sweeps) {
        double[] own = window.estimation(profits.profits()[0]);
        double[] market = window.estimation(profits.profits()[1]);
        double[] away = away(own);
        double volatility = Math.sqrt(squares(away) / (own.length - 1));
        double[] marketAway = away(market);
        double marketSquares = squares(marketAway);
        double[][] weights = {
            volatility > 0 ? scaled(away, 1 / (volatility * (own.length - 1))) : new double[own.length],
            tailWeights(own, TailRisks.CONFIDENCES[0]),
            tailWeights(own, TailRisks.CONFIDENCES[1]),
            marketSquares > 0 ? scaled(marketAway, 1 / marketSquares) : new double[own.length]
        };
        double[][] placed = new double[weights.length][basis.scenarios()];
        for (int k = 0; k < weights.length; k++) {
            System.arraycopy(weights[k], 0, placed[k], window.estimationStart(), own.length);
        }
        double[][] blends = sweeps.blends(
                basis.subject().universeId(),
                window.estimationStart(),
                basis.assets().size(),
                placed);
        if (!(marketSquares > 0)) {
            Arrays.fill(blends[3], Double.NaN);
        }
        return new Contributions(volatility, blends[0], blends[1], blends[2], blends[3]);
    }

    /** Returns the slope of the whole against the market, per unit of net value. */
    double beta(double[] values, double netValue) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += values[j] == 0 ? 0 : values[j] * betas[j];
        }
        return netValue > 0 ? sum / netValue : Double.NaN;
    }

    /** Weights of the days that make the expected shortfall: the worst ones, that on the edge in part. They sum to -1. */
    static double[] tailWeights(double[] profits, double confidence) {
        double[] weights = new double[profits.length];
        int[] order = IntStream.range(0, profits.length)
                .boxed()
                .sorted((a, b) -> Double.compare(profits[a], profits[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double tail = (1 - confidence) * profits.length;
        // The same hair as in the estimate of the tail loss: a product that should be whole stays so.
        int edge = Math.max(0, profits.length - (int) Math.ceil(confidence * profits.length - 1e-9));
        for (int k = 0; k <= edge; k++) {
            weights[order[k]] = -(k < edge ? 1 : tail - edge) / tail;
        }
        return weights;
    }

    private static double[] away(double[] series) {
        double mean = Arrays.stream(series).sum() / series.length;
        return Arrays.stream(series).map(value -> value - mean).toArray();
    }

    private static double squares(double[] away) {
        return Arrays.stream(away).map(value -> value * value).sum();
    }

    private static double[] scaled(double[] series, double factor) {
        return Arrays.stream(series).map(value -> value * factor).toArray();
    }
}
