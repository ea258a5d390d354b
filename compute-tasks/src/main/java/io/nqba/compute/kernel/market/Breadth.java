package io.nqba.compute.kernel.market;

/**
 * How many instruments take part in a movement, on one day. Shares count the instruments with enough past; not a number without any.
 *
 * @param aboveAverage share whose close stands above its mean of 200 days
 * @param advancing share that rose on the day, of those that moved
 * @param newHighs share at their highest close of 252 days
 * @param newLows share at their lowest close of 252 days
 */
public record Breadth(double aboveAverage, double advancing, double newHighs, double newLows) {
    private static final int AVERAGE_DAYS = 200;
    private static final int YEAR_DAYS = 252;

    /**
     * Measures a day.
     *
     * @param closes shape {@code [assets][days]}; an instrument without a close on the day is left out, a gap before it is skipped
     */
    public static Breadth of(double[][] closes, int day) {
        double[] above = new double[2];
        double[] advanced = new double[2];
        double[] highs = new double[2];
        double[] lows = new double[2];
        for (double[] series : closes) {
            double now = series[day];
            if (Double.isNaN(now)) {
                continue;
            }
            if (reaches(series, day, AVERAGE_DAYS)) {
                count(above, now > mean(series, day));
            }
            if (day > 0 && !Double.isNaN(series[day - 1]) && now != series[day - 1]) {
                count(advanced, now > series[day - 1]);
            }
            if (reaches(series, day, YEAR_DAYS)) {
                double[] range = range(series, day);
                count(highs, now > range[1]);
                count(lows, now < range[0]);
            }
        }
        return new Breadth(share(above), share(advanced), share(highs), share(lows));
    }

    private static boolean reaches(double[] series, int day, int days) {
        return day - days + 1 >= 0 && !Double.isNaN(series[day - days + 1]);
    }

    private static double mean(double[] series, int day) {
        double sum = 0;
        int count = 0;
        for (int t = day - AVERAGE_DAYS + 1; t <= day; t++) {
            if (!Double.isNaN(series[t])) {
                sum += series[t];
                count++;
            }
        }
        return sum / count;
    }

    /** Lowest and highest close of the year before the day. */
    private static double[] range(double[] series, int day) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int t = day - YEAR_DAYS + 1; t < day; t++) {
            if (!Double.isNaN(series[t])) {
                low = Math.min(low, series[t]);
                high = Math.max(high, series[t]);
            }
        }
        return new double[] {low, high};
    }

    private static void count(double[] tally, boolean hit) {
        tally[0] += hit ? 1 : 0;
        tally[1]++;
    }

    private static double share(double[] tally) {
        return tally[1] == 0 ? Double.NaN : tally[0] / tally[1];
    }
}
