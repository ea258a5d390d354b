package io.nqba.compute.kernel.backtest;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;

/**
 * How wealth developed.
 *
 * @param days returns behind the figures
 * @param annualGrowth compound growth a year (CAGR)
 * @param volatility standard deviation of the returns, a year
 * @param sharpe mean return above the hurdle per standard deviation, a year; 0 when wealth never moves
 * @param sortino mean return above the hurdle per downside deviation, a year; 0 when wealth never moves
 * @param deepestDrawdown greatest loss from a peak, 0 to 1
 * @param skewness of the daily returns; 0 for symmetric ones
 * @param kurtosis of the daily returns; 3 for normal ones
 */
public record Performance(
        int days,
        double annualGrowth,
        double volatility,
        double sharpe,
        double sortino,
        double deepestDrawdown,
        double skewness,
        double kurtosis) {
    /** Trading days that the figures take for a year. */
    public static final double DAYS_A_YEAR = 252;

    /**
     * Measures a stretch of wealth.
     *
     * @param wealth by day, 0 or more
     * @param from first day, whose wealth is the start
     * @param to last day, inclusive
     * @param hurdleRate return a year that costs no risk
     * @throws NqbaException if the stretch has fewer than two returns
     */
    public static Performance of(double[] wealth, int from, int to, double hurdleRate) {
        int days = to - from;
        if (from < 0 || to >= wealth.length || days < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The days %d to %d of %d are too few to measure a performance.".formatted(from, to, wealth.length),
                    "Take a stretch of at least 3 days.");
        }
        double hurdle = hurdleRate / DAYS_A_YEAR;
        double mean = 0;
        double below = 0;
        double peak = wealth[from];
        double drawdown = 0;
        for (int day = from + 1; day <= to; day++) {
            double change = change(wealth, day);
            mean += change / days;
            below += Math.pow(Math.min(0, change - hurdle), 2) / days;
            peak = Math.max(peak, wealth[day]);
            drawdown = Math.max(drawdown, peak > 0 ? 1 - wealth[day] / peak : 0);
        }
        double[] moments = moments(wealth, from, to, mean);
        double deviation = Math.sqrt(moments[0] * days / (days - 1));
        double growth = wealth[from] > 0 ? Math.pow(wealth[to] / wealth[from], DAYS_A_YEAR / days) - 1 : -1;
        double year = Math.sqrt(DAYS_A_YEAR);
        // What never moves has no deviation but for rounding; a ratio to that would be noise.
        boolean moves = deviation > 1e-12;
        return new Performance(
                days,
                growth,
                deviation * year,
                moves ? (mean - hurdle) / deviation * year : 0,
                below > 0 && moves ? (mean - hurdle) / Math.sqrt(below) * year : 0,
                drawdown,
                moves ? moments[1] / Math.pow(moments[0], 1.5) : 0,
                moves ? moments[2] / (moments[0] * moments[0]) : 3);
    }

    /** Returns the Sharpe ratio of one day. */
    public double dailySharpe() {
        return sharpe / Math.sqrt(DAYS_A_YEAR);
    }

    private static double change(double[] wealth, int day) {
        return wealth[day - 1] > 0 ? wealth[day] / wealth[day - 1] - 1 : 0;
    }

    /** Second, third and fourth central moment. */
    private static double[] moments(double[] wealth, int from, int to, double mean) {
        double[] moments = new double[3];
        for (int day = from + 1; day <= to; day++) {
            double off = change(wealth, day) - mean;
            moments[0] += off * off;
            moments[1] += off * off * off;
            moments[2] += off * off * off * off;
        }
        for (int k = 0; k < moments.length; k++) {
            moments[k] /= to - from;
        }
        return moments;
    }
}
