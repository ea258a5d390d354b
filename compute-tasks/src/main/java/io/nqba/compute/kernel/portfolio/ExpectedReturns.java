package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Expected returns per year, estimated from the past. Each asset counts over the periods that it has; shape of every answer
 * {@code [assets]}.
 */
public final class ExpectedReturns {
    private ExpectedReturns() {}

    /** Arithmetic mean · periods per year. */
    public static double[] historicalMean(ReturnMatrix returns, double periodsPerYear) {
        return perAsset(returns, series -> mean(series) * periodsPerYear);
    }

    /** Growth that, compounded, gives the whole series: Π(1 + r)^(periodsPerYear / count) - 1. */
    public static double[] historicalGrowth(ReturnMatrix returns, double periodsPerYear) {
        return perAsset(returns, series -> growth(series, periodsPerYear));
    }

    /**
     * Mean with weights that fall by 1 - 2 / (span + 1) per period into the past, compounded to a year.
     *
     * @param span periods, at least 1; the centre of the weights lies (span - 1) / 2 periods back
     */
    public static double[] exponentiallyWeighted(ReturnMatrix returns, double span, double periodsPerYear) {
        checkSpan(span);
        return perAsset(returns, series -> Math.pow(1 + exponentialMean(series, span), periodsPerYear) - 1);
    }

    /**
     * Capital asset pricing model: riskFree + β · (growth of the market - riskFree).
     *
     * @param market returns of the market, shape {@code [periods]}; null for the mean over the listed assets
     * @param riskFree risk-free return per year
     */
    public static double[] capm(
            ReturnMatrix returns, double @Nullable [] market, double riskFree, double periodsPerYear) {
        double[] index = market == null ? meanOverAssets(returns) : market;
        if (index.length != returns.periods()) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The market has %d returns, the assets have %d.".formatted(index.length, returns.periods()),
                    "Give the market the same periods as the assets.");
        }
        double excess = growth(index, periodsPerYear) - riskFree;
        double variance = Covariances.pair(index, index);
        return perAsset(returns, series -> riskFree + Covariances.pair(series, index) / variance * excess);
    }

    /** Mean with exponential weights over what is there. */
    static double exponentialMean(double[] series, double span) {
        double keep = 1 - 2 / (span + 1);
        double sum = 0;
        double weights = 0;
        for (double value : series) {
            sum *= keep;
            weights *= keep;
            if (!Double.isNaN(value)) {
                sum += value;
                weights++;
            }
        }
        return sum / weights;
    }

    static void checkSpan(double span) {
        if (!(span >= 1)) {
            throw new NqbaException(
                    ErrorCode.INVALID_PROBLEM,
                    "The span of the exponential weights (%s periods) must be at least 1.".formatted(span),
                    "Send a span such as 180 for half a year of memory.");
        }
    }

    static double mean(double[] series) {
        return Arrays.stream(series).filter(r -> !Double.isNaN(r)).average().orElse(Double.NaN);
    }

    private static double growth(double[] series, double periodsPerYear) {
        double wealth = 1;
        int count = 0;
        for (double value : series) {
            if (!Double.isNaN(value)) {
                wealth *= 1 + value;
                count++;
            }
        }
        return Math.pow(wealth, periodsPerYear / count) - 1;
    }

    private static double[] meanOverAssets(ReturnMatrix returns) {
        double[] index = new double[returns.periods()];
        for (int t = 0; t < index.length; t++) {
            int count = 0;
            for (int j = 0; j < returns.assets(); j++) {
                if (!Double.isNaN(returns.get(j, t))) {
                    index[t] += returns.get(j, t);
                    count++;
                }
            }
            index[t] /= count;
        }
        return index;
    }

    private interface Estimate {
        double of(double[] series);
    }

    private static double[] perAsset(ReturnMatrix returns, Estimate estimate) {
        double[] expected = new double[returns.assets()];
        for (int j = 0; j < expected.length; j++) {
            expected[j] = estimate.of(returns.series(j));
            if (!Double.isFinite(expected[j])) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "Asset %d has too few returns (%d) for an estimate.".formatted(j, returns.count(j)),
                        "Give it a longer history, or leave it out.");
            }
        }
        return expected;
    }
}
