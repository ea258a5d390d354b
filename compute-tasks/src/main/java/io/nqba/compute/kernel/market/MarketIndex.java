package io.nqba.compute.kernel.market;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/** A market as one line: the mean return of its instruments, and what follows from it. */
public final class MarketIndex {
    private static final double DAYS_A_YEAR = 252;
    /** Days whose plain mean square starts the moving variance. */
    private static final int FIRST_DAYS = 20;

    private MarketIndex() {}

    /**
     * Returns the equally weighted return of each day; 0 on a day without any.
     *
     * @param closes shape {@code [assets][days]}, above 0; not a number for a gap, over which the last close stands
     * @return shape {@code [days - 1]}; entry t is the return from day t to day t + 1
     */
    public static double[] returns(double[][] closes) {
        int days = closes.length == 0 ? 0 : closes[0].length;
        if (days < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "A market needs prices of an instrument on two days; there are %d days.".formatted(days),
                    "Load more prices.");
        }
        double[] sums = new double[days - 1];
        int[] counts = new int[days - 1];
        for (double[] series : closes) {
            double before = Double.NaN;
            for (int day = 0; day < days; day++) {
                double now = series[day];
                if (!Double.isNaN(now)) {
                    if (day > 0 && !Double.isNaN(before)) {
                        sums[day - 1] += now / before - 1;
                        counts[day - 1]++;
                    }
                    before = now;
                }
            }
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] = counts[t] == 0 ? 0 : sums[t] / counts[t];
        }
        return sums;
    }

    /** Returns the wealth of one unit put in at the start; shape {@code [returns + 1]}. */
    public static double[] wealth(double[] returns) {
        double[] wealth = new double[returns.length + 1];
        wealth[0] = 1;
        for (int t = 0; t < returns.length; t++) {
            wealth[t + 1] = wealth[t] * (1 + returns[t]);
        }
        return wealth;
    }

    /** Returns the loss from the highest value so far, 0 to 1. */
    public static double[] drawdowns(double[] wealth) {
        double[] falls = new double[wealth.length];
        double peak = 0;
        for (int t = 0; t < wealth.length; t++) {
            peak = Math.max(peak, wealth[t]);
            falls[t] = 1 - wealth[t] / peak;
        }
        return falls;
    }

    /**
     * Returns the exponentially weighted volatility a year, as it was known after each return; not a number for the first 19.
     *
     * @param decay weight of yesterday's variance, such as 0.94
     */
    public static double[] volatility(double[] returns, double decay) {
        double[] volatility = new double[returns.length];
        Arrays.fill(volatility, Double.NaN);
        double variance = 0;
        for (int t = 0; t < returns.length; t++) {
            double square = returns[t] * returns[t];
            variance = t < FIRST_DAYS ? variance + square / FIRST_DAYS : decay * variance + (1 - decay) * square;
            if (t >= FIRST_DAYS - 1) {
                volatility[t] = Math.sqrt(variance * DAYS_A_YEAR);
            }
        }
        return volatility;
    }
}
