package io.nqba.compute.kernel.revenue;

/** How much whole months move beyond what chance alone would do to counts. */
public final class Dispersion {
    private Dispersion() {}

    /**
     * Returns the standard deviation of the factor that months have in common, by moments.
     *
     * @param seen counts by month
     * @param expected what was to be expected of them
     * @param spent how many figures were fitted to these months
     * @param least what is assumed at least: few months show little
     */
    public static double of(double[] seen, double[] expected, int spent, double least) {
        double excess = 0;
        double squares = 0;
        for (int t = 0; t < seen.length; t++) {
            double distance = seen[t] - expected[t];
            excess += distance * distance - expected[t];
            squares += expected[t] * expected[t];
        }
        if (squares <= 0) {
            return least;
        }
        double scale = (double) seen.length / Math.max(1, seen.length - spent);
        return Math.max(least, Math.sqrt(Math.max(0, excess / squares * scale)));
    }

    /** Returns the spread of one month around the mean of all. */
    public static double around(double[] seen, double least) {
        double mean = 0;
        for (double count : seen) {
            mean += count / seen.length;
        }
        double[] expected = new double[seen.length];
        java.util.Arrays.fill(expected, mean);
        return of(seen, expected, 1, least);
    }
}
