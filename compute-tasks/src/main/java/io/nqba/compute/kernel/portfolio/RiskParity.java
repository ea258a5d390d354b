package io.nqba.compute.kernel.portfolio;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Portfolios whose assets carry given shares of the risk, long only: the minimum of ½y'Σy - Σ share·ln y, scaled to sum 1, by damped
 * Newton steps. The function is self-concordant, so the steps converge from anywhere. Cost n³/3 per step, about ten steps.
 *
 * <p>Source: F. Spinu, "An algorithm for computing risk parity weights" (2013), doi:10.2139/ssrn.2297383.
 */
public final class RiskParity {
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-14;

    private RiskParity() {}

    /** Returns weights whose risk contributions are equal. */
    public static double[] equalContributions(SymmetricMatrix covariance) {
        double[] shares = new double[covariance.size()];
        Arrays.fill(shares, 1.0 / shares.length);
        return weights(covariance, shares);
    }

    /**
     * Returns weights summing to 1 whose shares of the variance are {@code shares}.
     *
     * @param shares above 0, summing to 1, shape {@code [assets]}
     * @throws NqbaException if a share is not above 0, or an asset has no variance
     */
    public static double[] weights(SymmetricMatrix covariance, double[] shares) {
        check(covariance, shares);
        int n = shares.length;
        // In units of each asset's own deviation: the start is then right for uncorrelated assets.
        SymmetricMatrix correlation = Covariances.correlation(covariance);
        double[] y = Arrays.stream(shares).map(Math::sqrt).toArray();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = correlation.times(y);
            double[] cells = correlation.cells().clone();
            for (int j = 0; j < n; j++) {
                gradient[j] -= shares[j] / y[j];
                cells[j * n + j] += shares[j] / (y[j] * y[j]);
            }
            double[] direction = gradient.clone();
            Cholesky.factorise(n, cells, 1e-15).solve(direction);
            double decrement = Math.sqrt(Math.max(0, Vectors.dot(gradient, direction)));
            double damping = Math.sqrt(Arrays.stream(shares).min().orElse(1));
            double length = decrement < 0.1 * damping ? 1 : damping / (damping + decrement);
            Vectors.add(y, -length, direction);
            if (decrement < SETTLED) {
                break;
            }
        }
        double total = 0;
        for (int j = 0; j < n; j++) {
            y[j] /= Math.sqrt(covariance.get(j, j));
            total += y[j];
        }
        for (int j = 0; j < n; j++) {
            y[j] /= total;
        }
        return y;
    }

    /** Returns each asset's share of the variance. */
    public static double[] contributions(SymmetricMatrix covariance, double[] weights) {
        double[] shares = covariance.times(weights);
        double variance = Vectors.dot(shares, weights);
        Arrays.setAll(shares, j -> shares[j] * weights[j] / variance);
        return shares;
    }

    private static void check(SymmetricMatrix covariance, double[] shares) {
        double total = Arrays.stream(shares).sum();
        for (int j = 0; j < shares.length; j++) {
            if (!(shares[j] > 0) || Math.abs(total - 1) > 1e-9 || !(covariance.get(j, j) > 0)) {
                throw new NqbaException(
                        ErrorCode.INVALID_PROBLEM,
                        "Asset %d has the risk share %s (sum %s) and the variance %s."
                                .formatted(j, shares[j], total, covariance.get(j, j)),
                        "Give every asset a share above 0, all summing to 1, and leave out assets that never move.");
            }
        }
    }
}
