package io.nqba.compute.kernel.risk;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Values at risk that somebody would have forecast day by day, each from the window of returns before it: what a backtest needs.
 *
 * <p>Gives the bits of {@link TailLoss#estimate} on every window, at several levels for little more than the price of one. The historical
 * method keeps its window sorted, so a day costs one insertion instead of one sort. O(periods · window) time, O(window) memory.
 */
public final class RollingForecast {
    private RollingForecast() {}

    /**
     * Forecasts each period from the {@code window} periods before it.
     *
     * @param returns oldest first, finite; profits in money serve as well
     * @param window periods, at least 2 and fewer than there are returns
     * @param levels such as 0.95 and 0.99
     * @return values at risk as losses, shape {@code [levels][returns - window]}
     * @throws NqbaException if the window does not fit, a return is not a number or a level is out of range
     */
    public static double[][] valuesAtRisk(TailLoss.Method method, double[] returns, int window, double... levels) {
        if (window < 2 || window >= returns.length) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "The window (%d periods) must be at least 2 and shorter than the history (%d)."
                            .formatted(window, returns.length),
                    "Send a window such as 500, or load a longer history.");
        }
        for (double level : levels) {
            TailLoss.check(returns, level);
        }
        if (method == TailLoss.Method.HISTORICAL) {
            return historical(returns, window, levels);
        }
        double[][] forecasts = new double[levels.length][returns.length - window];
        double[] past = new double[window];
        for (int t = 0; t < returns.length - window; t++) {
            System.arraycopy(returns, t, past, 0, window);
            forecast(method, past, levels, forecasts, t);
        }
        return forecasts;
    }

    private static void forecast(
            TailLoss.Method method, double[] past, double[] levels, double[][] forecasts, int period) {
        double mean = method == TailLoss.Method.NORMAL ? TailLoss.mean(past) : 0;
        double deviation = switch (method) {
            case NORMAL -> TailLoss.deviation(past);
            case EWMA -> TailLoss.exponentialDeviation(past, TailLoss.DAILY_DECAY);
            case HISTORICAL, CORNISH_FISHER -> 0;
        };
        for (int level = 0; level < levels.length; level++) {
            TailLoss loss = method == TailLoss.Method.CORNISH_FISHER
                    ? TailLoss.cornishFisher(past, levels[level])
                    : TailLoss.normal(mean, deviation, levels[level]);
            forecasts[level][period] = loss.valueAtRisk();
        }
    }

    private static double[][] historical(double[] returns, int window, double[] levels) {
        int[] edges = Arrays.stream(levels)
                .mapToInt(level -> TailLoss.edge(window, level))
                .toArray();
        double[][] forecasts = new double[levels.length][returns.length - window];
        double[] sorted = Arrays.copyOf(returns, window);
        Arrays.sort(sorted);
        for (int t = 0; t < returns.length - window; t++) {
            for (int level = 0; level < levels.length; level++) {
                forecasts[level][t] = -sorted[edges[level]];
            }
            replace(sorted, returns[t], returns[t + window]);
        }
        return forecasts;
    }

    /** Takes one value out of a sorted array and puts another in. */
    private static void replace(double[] sorted, double out, double in) {
        int hole = Arrays.binarySearch(sorted, out);
        int found = Arrays.binarySearch(sorted, in);
        int place = found >= 0 ? found : -found - 1;
        if (place > hole) {
            System.arraycopy(sorted, hole + 1, sorted, hole, place - hole - 1);
            sorted[place - 1] = in;
            return;
        }
        System.arraycopy(sorted, place, sorted, place + 1, hole - place);
        sorted[place] = in;
    }
}
