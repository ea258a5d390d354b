package io.nqba.compute.kernel.market;

/**
 * GARCH(1,1) with the long-run variance set to that of the sample, its two other coefficients by the likelihood on a grid.
 *
 * <p>Source: T. Bollerslev, "Generalized Autoregressive Conditional Heteroskedasticity", Journal of Econometrics 31 (1986),
 * doi:10.1016/0304-4076(86)90063-1.
 */
final class VolatilityForecaster implements Forecaster {
    private static final double DAYS_A_YEAR = 252;
    private static final double[] REACTIONS = {0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.13, 0.17, 0.22};
    private static final double[] PERSISTENCES = {0.8, 0.88, 0.92, 0.95, 0.97, 0.98, 0.99, 0.995};
    /** Returns behind a fit, ten years of trading: older ones tell of another market. */
    private static final int MOST_DAYS = 2520;

    @Override
    public double predict(double[] returns, int known, int horizon) {
        int from = Math.max(0, known - MOST_DAYS);
        double variance = meanSquare(returns, from, known);
        if (!(variance > 0)) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        double next = variance;
        double persistence = 0;
        for (double reaction : REACTIONS) {
            for (double sum : PERSISTENCES) {
                double[] fit = fit(returns, from, known, variance, reaction, sum);
                if (fit[0] > best) {
                    best = fit[0];
                    next = fit[1];
                    persistence = sum;
                }
            }
        }
        double mean = 0;
        double off = next - variance;
        for (int day = 0; day < horizon; day++) {
            mean += (variance + off) / horizon;
            off *= persistence;
        }
        return Math.sqrt(mean * DAYS_A_YEAR);
    }

    /** Log-likelihood of normal returns without its constant, and the variance of the next day. */
    private static double[] fit(
            double[] returns, int from, int to, double variance, double reaction, double persistence) {
        double now = variance;
        double likelihood = 0;
        double floor = 1e-8 * variance;
        // A product of variances needs one logarithm for many days.
        double product = 1;
        for (int t = from; t < to; t++) {
            double square = returns[t] * returns[t];
            product *= now / variance;
            likelihood -= square / now;
            if (product < 1e-200 || product > 1e200) {
                likelihood -= Math.log(product);
                product = 1;
            }
            now = Math.max(floor, variance * (1 - persistence) + reaction * square + (persistence - reaction) * now);
        }
        return new double[] {likelihood - Math.log(product), now};
    }

    @Override
    public double naive(double[] returns, int known, int horizon) {
        return Math.sqrt(meanSquare(returns, known - horizon, known) * DAYS_A_YEAR);
    }

    @Override
    public double outcome(double[] returns, int known, int horizon) {
        return Math.sqrt(meanSquare(returns, known, known + horizon) * DAYS_A_YEAR);
    }

    @Override
    public double error(double predicted, double outcome, double scale) {
        return predicted > 0 && outcome > 0 ? Math.log(outcome / predicted) : 0;
    }

    @Override
    public double outcomeAt(double predicted, double error, double scale) {
        return predicted * Math.exp(error);
    }

    @Override
    public double scale(double[] returns, int known, int horizon) {
        return 1;
    }

    /** The root of a mean variance lies above the mean of roots, and wild days pull the variance up. */
    @Override
    public boolean leans() {
        return true;
    }

    static double meanSquare(double[] returns, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += returns[t] * returns[t];
        }
        return sum / (to - from);
    }
}
