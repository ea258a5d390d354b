package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * Covariances of returns, scaled to a year and made positive semidefinite. Pairs of assets count over the periods that both have.
 * Cost O(assets² · periods).
 */
public final class Covariances {
    private Covariances() {}

    /** Unbiased sample covariance. */
    public static SymmetricMatrix sample(ReturnMatrix returns, double periodsPerYear) {
        return repaired(returns, periodsPerYear, (i, j) -> pair(returns.series(i), returns.series(j)));
    }

    /** Deviations from the mean over all time, weighted down exponentially into the past; span as for the expected returns. */
    public static SymmetricMatrix exponentiallyWeighted(ReturnMatrix returns, double span, double periodsPerYear) {
        ExpectedReturns.checkSpan(span);
        double[] mean = new double[returns.assets()];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = ExpectedReturns.mean(returns.series(j));
        }
        double[] products = new double[returns.periods()];
        return repaired(returns, periodsPerYear, (i, j) -> {
            for (int t = 0; t < products.length; t++) {
                products[t] = (returns.get(i, t) - mean[i]) * (returns.get(j, t) - mean[j]);
            }
            return ExpectedReturns.exponentialMean(products, span);
        });
    }

    /**
     * Mean product of the shortfalls below a benchmark. A gap counts as no shortfall.
     *
     * @param benchmark return per period
     */
    public static SymmetricMatrix semicovariance(ReturnMatrix returns, double benchmark, double periodsPerYear) {
        return repaired(returns, periodsPerYear, (i, j) -> {
            double sum = 0;
            for (int t = 0; t < returns.periods(); t++) {
                double first = Math.min(returns.get(i, t) - benchmark, 0);
                double second = Math.min(returns.get(j, t) - benchmark, 0);
                sum += Double.isNaN(first) || Double.isNaN(second) ? 0 : first * second;
            }
            return sum / returns.periods();
        });
    }

    /** Returns correlations; an asset that never moves has none with any other. */
    public static SymmetricMatrix correlation(SymmetricMatrix covariance) {
        int size = covariance.size();
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double scale = Math.sqrt(covariance.get(i, i)) * Math.sqrt(covariance.get(j, j));
                cells[i * size + j] = i == j ? 1 : scale > 0 ? covariance.get(i, j) / scale : 0;
            }
        }
        return new SymmetricMatrix(size, cells);
    }

    /** Unbiased covariance over the periods that both series have. */
    static double pair(double[] a, double[] b) {
        double sumA = 0;
        double sumB = 0;
        int count = 0;
        for (int t = 0; t < a.length; t++) {
            if (!Double.isNaN(a[t]) && !Double.isNaN(b[t])) {
                sumA += a[t];
                sumB += b[t];
                count++;
            }
        }
        double meanA = sumA / count;
        double meanB = sumB / count;
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            double product = (a[t] - meanA) * (b[t] - meanB);
            sum += Double.isNaN(product) ? 0 : product;
        }
        return count > 1 ? sum / (count - 1) : Double.NaN;
    }

    interface Pair {
        double of(int i, int j);
    }

    /** Fills both halves from one. */
    static SymmetricMatrix fill(int size, Pair pair) {
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                cells[i * size + j] = pair.of(i, j);
                cells[j * size + i] = cells[i * size + j];
            }
        }
        return new SymmetricMatrix(size, cells);
    }

    private static SymmetricMatrix repaired(ReturnMatrix returns, double periodsPerYear, Pair pair) {
        return PositiveSemidefinite.repair(fill(returns.assets(), (i, j) -> {
            double value = pair.of(i, j) * periodsPerYear;
            if (Double.isNaN(value)) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "Assets %d and %d have fewer than two periods in common.".formatted(i, j),
                        "Give them a longer history, or leave one of them out.");
            }
            return value;
        }));
    }
}
