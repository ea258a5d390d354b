package io.nqba.compute.kernel.risk;

/**
 * The standard normal distribution to about 14 digits. Not for inner loops.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 7.1.5, 7.1.14 and 26.2.23.
 */
public final class NormalDistribution {
    private static final double SERIES_UP_TO = 2.5;

    private NormalDistribution() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    public static double cumulative(double x) {
        return x > 0 ? 1 - upperTail(x) : upperTail(-x);
    }

    /** Returns the point below which the share {@code probability} lies; {@code probability} between 0 and 1. */
    public static double quantile(double probability) {
        double tail = Math.min(probability, 1 - probability);
        double t = Math.sqrt(-2 * Math.log(tail));
        double x =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int step = 0; step < 4; step++) {
            double error = (upperTail(x) - tail) / density(x);
            x += error / (1 - x * error / 2);
        }
        return probability < 0.5 ? -x : x;
    }

    /** Returns the probability that a chi-squared number of one degree of freedom exceeds {@code x}. */
    static double chiSquaredTailOfOne(double x) {
        return Math.min(1, 2 * upperTail(Math.sqrt(Math.max(0, x))));
    }

    /** Returns the probability that a chi-squared number of two degrees of freedom exceeds {@code x}. */
    static double chiSquaredTailOfTwo(double x) {
        return Math.exp(-Math.max(0, x) / 2);
    }

    /** Probability above x, for x not below 0: a power series near 0, a continued fraction far out. */
    private static double upperTail(double x) {
        if (x < SERIES_UP_TO) {
            double term = x;
            double sum = x;
            for (int k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
                term *= x * x / (2 * k + 1);
                sum += term;
            }
            return 0.5 - sum * density(x);
        }
        double fraction = x;
        for (int k = 120; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }
}
