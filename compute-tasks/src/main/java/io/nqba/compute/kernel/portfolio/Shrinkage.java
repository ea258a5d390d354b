package io.nqba.compute.kernel.portfolio;

import java.util.Arrays;

/**
 * Covariance drawn towards a simple target by the share that the data itself suggest. Gaps count as returns of 0, as is usual for
 * these estimators.
 *
 * <p>Sources: O. Ledoit, M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices" (2004),
 * doi:10.1016/S0047-259X(03)00096-4; "Improved estimation of the covariance matrix of stock returns" (2003),
 * doi:10.1016/S0927-5398(03)00007-0; "Honey, I shrunk the sample covariance matrix" (2004), doi:10.3905/jpm.2004.110; Y. Chen et al.,
 * "Shrinkage algorithms for MMSE covariance estimation" (2010), doi:10.1109/TSP.2010.2053029.
 *
 * @param covariance per year, positive semidefinite
 * @param intensity share of the target, 0 to 1
 */
public record Shrinkage(SymmetricMatrix covariance, double intensity) {

    /** Towards equal variances without correlation. */
    public static Shrinkage constantVariance(ReturnMatrix returns, double periodsPerYear) {
        Moments moments = new Moments(returns);
        int n = moments.size;
        double mean = Arrays.stream(moments.biased.diagonal()).sum() / n;
        double squares = 0;
        double fourth = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double cell = moments.biased.get(i, j);
                squares += cell * cell;
                fourth += moments.squaredProducts(i, j);
            }
        }
        double noise = (fourth / moments.periods - squares) / moments.periods;
        double distance = squares - n * mean * mean;
        double intensity = noise <= 0 ? 0 : Math.min(1, noise / distance);
        return mix(moments.biased, (i, j) -> i == j ? mean : 0, intensity, periodsPerYear);
    }

    /** Towards equal variances without correlation, with the share that is best for normal returns. */
    public static Shrinkage oracleApproximating(ReturnMatrix returns, double periodsPerYear) {
        Moments moments = new Moments(returns);
        int n = moments.size;
        double mean = Arrays.stream(moments.biased.diagonal()).sum() / n;
        double alpha =
                Arrays.stream(moments.biased.cells()).map(cell -> cell * cell).sum() / (n * (double) n);
        double numerator = alpha + mean * mean;
        double denominator = (moments.periods + 1) * (alpha - mean * mean / n);
        double intensity = denominator == 0 ? 1 : Math.min(1, numerator / denominator);
        return mix(moments.biased, (i, j) -> i == j ? mean : 0, intensity, periodsPerYear);
    }

    /** Towards a market model: one factor, the mean over the assets. */
    public static Shrinkage singleFactor(ReturnMatrix returns, double periodsPerYear) {
        Moments moments = new Moments(returns);
        int n = moments.size;
        double t = moments.periods;
        double[] market = moments.market();
        double variance = Vectors.dot(market, market) / t;
        double[] beta = new double[n];
        Arrays.setAll(beta, j -> Vectors.dot(moments.centred[j], market) / t);
        Covariances.Pair target = (i, j) -> i == j ? moments.biased.get(i, i) : beta[i] * beta[j] / variance;
        double distance = 0;
        double noise = 0;
        double shared = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double cell = moments.biased.get(i, j);
                double gap = cell - target.of(i, j);
                distance += gap * gap;
                noise += moments.squaredProducts(i, j) / t - cell * cell;
                shared += i == j
                        ? moments.squaredProducts(i, i) / t - cell * cell
                        : moments.sharedWithFactor(i, j, market, variance, beta);
            }
        }
        double intensity = Math.max(0, Math.min(1, (noise - shared) / distance / t));
        return mix(moments.biased, target, intensity, periodsPerYear);
    }

    /** Towards one correlation for every pair. */
    public static Shrinkage constantCorrelation(ReturnMatrix returns, double periodsPerYear) {
        Moments moments = new Moments(returns);
        SymmetricMatrix sample =
                Covariances.fill(moments.size, (i, j) -> Covariances.pair(returns.series(i), returns.series(j)));
        int n = moments.size;
        double t = moments.periods;
        double[] deviation = Arrays.stream(sample.diagonal()).map(Math::sqrt).toArray();
        double correlations = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlations += sample.get(i, j) / (deviation[i] * deviation[j]);
            }
        }
        double common = n > 1 ? (correlations - n) / (n * (n - 1.0)) : 0;
        Covariances.Pair target = (i, j) -> i == j ? sample.get(i, i) : common * (deviation[i] * deviation[j]);
        double noise = 0;
        double shared = 0;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double cell = sample.get(i, j);
                double biased = moments.biased.get(i, j);
                double own = moments.squaredProducts(i, j) / t - 2 * biased * cell + cell * cell;
                noise += own;
                double theta = moments.cubes(i, j) / t
                        - moments.biased.get(i, i) * cell
                        - biased * sample.get(i, i)
                        + sample.get(i, i) * cell;
                shared += i == j ? own : common * deviation[j] / deviation[i] * theta;
                double gap = cell - target.of(i, j);
                distance += gap * gap;
            }
        }
        double intensity = Math.max(0, Math.min(1, (noise - shared) / distance / t));
        return mix(sample, target, intensity, periodsPerYear);
    }

    private static Shrinkage mix(
            SymmetricMatrix sample, Covariances.Pair target, double intensity, double periodsPerYear) {
        SymmetricMatrix mixed = Covariances.fill(
                sample.size(),
                (i, j) -> (intensity * target.of(i, j) + (1 - intensity) * sample.get(i, j)) * periodsPerYear);
        return new Shrinkage(PositiveSemidefinite.repair(mixed), intensity);
    }

    /** Returns less their means, and the sums over time that the estimators share. */
    private static final class Moments {
        final int size;
        final int periods;
        final double[][] centred;
        final double[][] squared;
        final SymmetricMatrix biased;

        Moments(ReturnMatrix returns) {
            ReturnMatrix filled = returns.gapsAsZero();
            size = filled.assets();
            periods = filled.periods();
            centred = new double[size][];
            squared = new double[size][];
            for (int j = 0; j < size; j++) {
                double mean = ExpectedReturns.mean(filled.series(j));
                centred[j] = Arrays.stream(filled.series(j)).map(r -> r - mean).toArray();
                squared[j] = Arrays.stream(centred[j]).map(r -> r * r).toArray();
            }
            biased = Covariances.fill(size, (i, j) -> Vectors.dot(centred[i], centred[j]) / periods);
        }

        double squaredProducts(int i, int j) {
            return Vectors.dot(squared[i], squared[j]);
        }

        double cubes(int i, int j) {
            double sum = 0;
            for (int t = 0; t < periods; t++) {
                sum += squared[i][t] * centred[i][t] * centred[j][t];
            }
            return sum;
        }

        double[] market() {
            double[] market = new double[periods];
            for (double[] one : centred) {
                Vectors.add(market, 1.0 / size, one);
            }
            return market;
        }

        /** Covariance of the errors of a sample cell and its cell of the market model. */
        double sharedWithFactor(int i, int j, double[] market, double variance, double[] beta) {
            double first = 0;
            double both = 0;
            for (int t = 0; t < periods; t++) {
                first += squared[i][t] * centred[j][t] * market[t];
                both += centred[i][t] * centred[j][t] * market[t] * market[t];
            }
            double cell = biased.get(i, j);
            double v1 = first / periods - beta[i] * cell;
            double v3 = both / periods - variance * cell;
            return 2 * v1 * beta[j] / variance - v3 * beta[i] * beta[j] / (variance * variance);
        }
    }
}
