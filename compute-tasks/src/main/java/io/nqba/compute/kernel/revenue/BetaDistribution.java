package io.nqba.compute.kernel.revenue;

/**
 * The beta distribution: what is known of a rate after some hits and misses. Not for inner loops.
 *
 * <p>Source: W. H. Press et al., "Numerical Recipes" (2007), 6.1 and 6.4 (continued fraction after Lentz); C. Lanczos, "A precision
 * approximation of the gamma function" (1964).
 */
public final class BetaDistribution {
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };
    private static final double TINY = 1e-300;
    private static final int TERMS = 500;
    private static final int HALVINGS = 60;

    private BetaDistribution() {}

    static double logGamma(double x) {
        double base = x + 5.5;
        double sum = 1.000000000190015;
        for (int k = 0; k < LANCZOS.length; k++) {
            sum += LANCZOS[k] / (x + 1 + k);
        }
        return (x + 0.5) * Math.log(base) - base + Math.log(Math.sqrt(2 * Math.PI) * sum / x);
    }

    /** Returns the probability that the rate is at most {@code x}, for hits and misses above 0. */
    static double cumulative(double hits, double misses, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(hits + misses)
                - logGamma(hits)
                - logGamma(misses)
                + hits * Math.log(x)
                + misses * Math.log1p(-x));
        return x < (hits + 1) / (hits + misses + 2)
                ? front * fraction(hits, misses, x) / hits
                : 1 - front * fraction(misses, hits, 1 - x) / misses;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Returns the rate below which it lies with a probability. */
    static double quantile(double hits, double misses, double probability) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (cumulative(hits, misses, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Returns a rate after hits of tries with its interval, where nothing was known before (Jeffreys); unknown without tries. */
    public static Interval rate(long hits, long tries, double level) {
        if (tries == 0) {
            return Interval.UNKNOWN;
        }
        double low = hits == 0 ? 0 : quantile(hits + 0.5, tries - hits + 0.5, (1 - level) / 2);
        double high = hits == tries ? 1 : quantile(hits + 0.5, tries - hits + 0.5, (1 + level) / 2);
        return new Interval((double) hits / tries, low, high);
    }
}
