package io.nqba.compute.kernel.mandate;

import io.nqba.compute.kernel.portfolio.ReturnMatrix;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * A covariance as a few common factors and what is left to each asset: BB' + diag(d). Products with it cost O(assets · factors), and
 * the same returns give the same bits on every node. Immutable.
 *
 * <p>The factors are the leading principal components of the correlation, found by block power iteration from a fixed start; they are
 * left unrotated, since only BB' counts. What the factors do not explain stays with the asset, so every asset keeps its own variance.
 *
 * <p>G. Chamberlain, M. Rothschild, "Arbitrage, Factor Structure, and Mean-Variance Analysis on Large Asset Markets", Econometrica
 * 51 (1983), 1281-1304, doi:10.2307/1912275.
 */
public final class FactorModel {
    private static final int TURNS = 30;
    /** Least share of an asset's variance that is its own: no portfolio is without risk. */
    private static final double LEAST_OWN = 0.02;

    private static final int FEWEST_RETURNS = 20;

    private final int factors;
    /** Loadings of an asset, then a 1 for the budget: one row of factors + 1 cells per asset. */
    private final double[] rows;

    private final double[] own;

    private FactorModel(int factors, double[] rows, double[] own) {
        this.factors = factors;
        this.rows = rows;
        this.own = own;
    }

    /**
     * Takes a model as it is.
     *
     * @param loadings shape {@code [assets][factors]}, in units of yearly volatility
     * @param own variance per year that is no factor's, above 0, shape {@code [assets]}
     */
    public static FactorModel of(double[][] loadings, double[] own) {
        int factors = loadings.length == 0 ? 0 : loadings[0].length;
        double[] rows = new double[own.length * (factors + 1)];
        for (int j = 0; j < own.length; j++) {
            if (!(own[j] > 0 && own[j] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The own variance (%s per year) of asset %d must be above 0.".formatted(own[j], j));
            }
            System.arraycopy(loadings[j], 0, rows, j * (factors + 1), factors);
            rows[j * (factors + 1) + factors] = 1;
        }
        return new FactorModel(factors, rows, own.clone());
    }

    /**
     * Estimates the model. A gap counts as a return of the asset's mean. Cost O(assets · periods · factors) a turn.
     *
     * @param returns per period, shape {@code [assets][periods]}
     * @param factors at least 1; fewer are used where there are fewer assets
     * @throws NqbaException if an asset has fewer than 20 returns or never moves; the text tells its position
     */
    public static FactorModel estimate(ReturnMatrix returns, int factors, double periodsPerYear) {
        int assets = returns.assets();
        int kept = Math.max(1, Math.min(factors, assets - 1));
        double[][] unit = new double[assets][];
        double[] deviation = new double[assets];
        for (int j = 0; j < assets; j++) {
            unit[j] = returns.copyOf(j);
            deviation[j] = Math.sqrt(standardise(unit[j], j) * periodsPerYear);
        }
        double[][] basis = basis(unit, kept);
        double[][] compressed = compressed(unit, basis);
        double[][] root = choleskyRoot(compressed);
        double[][] loadings = new double[assets][kept];
        double[] own = new double[assets];
        for (int j = 0; j < assets; j++) {
            double common = 0;
            for (int k = 0; k < kept; k++) {
                double sum = 0;
                for (int l = k; l < kept; l++) {
                    sum += basis[l][j] * root[l][k];
                }
                loadings[j][k] = deviation[j] * sum;
                common += sum * sum;
            }
            own[j] = deviation[j] * deviation[j] * Math.max(LEAST_OWN, 1 - common);
        }
        return of(loadings, own);
    }

    /** Makes a series one of length 1 around 0, gaps as 0, and returns its variance per period. */
    private static double standardise(double[] series, int asset) {
        double sum = 0;
        int count = 0;
        for (double value : series) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int t = 0; t < series.length; t++) {
            series[t] = Double.isNaN(series[t]) ? 0 : series[t] - mean;
            squares += series[t] * series[t];
        }
        if (count < FEWEST_RETURNS || !(squares > 0)) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "Asset %d has too few returns (%d) for its risk, or its price never moved.".formatted(asset, count),
                    "Give it at least %d days of prices that move, or leave it out.".formatted(FEWEST_RETURNS));
        }
        double length = Math.sqrt(squares);
        for (int t = 0; t < series.length; t++) {
            series[t] /= length;
        }
        return squares / (count - 1);
    }

    /** An orthonormal basis of about the leading eigenvectors of XX', shape {@code [factors][assets]}. */
    private static double[][] basis(double[][] unit, int factors) {
        int assets = unit.length;
        double[][] basis = new double[factors][assets];
        for (int k = 0; k < factors; k++) {
            for (int j = 0; j < assets; j++) {
                // Any start that is not orthogonal to the answer will do; the first one is the market.
                basis[k][j] = k == 0 ? 1 : Math.cos(Math.PI * k * (j + 0.5) / assets);
            }
        }
        orthonormalise(basis);
        for (int turn = 0; turn < TURNS; turn++) {
            for (double[] direction : basis) {
                double[] projected = project(unit, direction);
                for (int j = 0; j < assets; j++) {
                    direction[j] = dot(unit[j], projected);
                }
            }
            orthonormalise(basis);
        }
        return basis;
    }

    private static double[] project(double[][] unit, double[] direction) {
        double[] sum = new double[unit[0].length];
        for (int j = 0; j < unit.length; j++) {
            double share = direction[j];
            double[] series = unit[j];
            for (int t = 0; t < sum.length; t++) {
                sum[t] += share * series[t];
            }
        }
        return sum;
    }

    private static void orthonormalise(double[][] basis) {
        for (int k = 0; k < basis.length; k++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < k; l++) {
                    double share = dot(basis[k], basis[l]);
                    for (int j = 0; j < basis[k].length; j++) {
                        basis[k][j] -= share * basis[l][j];
                    }
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            for (int j = 0; j < basis[k].length; j++) {
                basis[k][j] = length > 1e-12 ? basis[k][j] / length : 0;
            }
        }
    }

    private static double[][] compressed(double[][] unit, double[][] basis) {
        double[][] projected =
                Arrays.stream(basis).map(direction -> project(unit, direction)).toArray(double[][]::new);
        double[][] compressed = new double[basis.length][basis.length];
        for (int k = 0; k < basis.length; k++) {
            for (int l = 0; l <= k; l++) {
                compressed[k][l] = dot(projected[k], projected[l]);
            }
        }
        return compressed;
    }

    /** Lower triangle L with LL' = matrix; a direction without variance gets a column of 0. */
    private static double[][] choleskyRoot(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = rest > 1e-12 * matrix[0][0] ? Math.sqrt(rest) : 0;
                } else {
                    root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
                }
            }
        }
        return root;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    public int assets() {
        return own.length;
    }

    public int factors() {
        return factors;
    }

    public double loading(int asset, int factor) {
        return rows[asset * (factors + 1) + factor];
    }

    /** Returns the variance per year that is no factor's. */
    public double own(int asset) {
        return own[asset];
    }

    /** Returns the covariance of two assets per year. */
    public double covariance(int asset, int other) {
        double sum = asset == other ? own[asset] : 0;
        for (int k = 0; k < factors; k++) {
            sum += loading(asset, k) * loading(other, k);
        }
        return sum;
    }

    double[] rows() {
        return rows;
    }
}
