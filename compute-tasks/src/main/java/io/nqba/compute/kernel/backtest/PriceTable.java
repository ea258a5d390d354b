package io.nqba.compute.kernel.backtest;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * Prices of a universe by day, prepared once for many backtests. Immutable.
 *
 * <p>A gap within a listing keeps the close before it, but nothing can be traded in it. Running sums of the closes make an average of
 * any length cost two look-ups; they are sums over the past only.
 */
public final class PriceTable {
    private final double[][] closes;
    private final double[][] executions;
    private final boolean[][] traded;
    private final double[][] sums;
    private final int[] firstDay;
    private final int[] lastDay;
    private final int days;

    private PriceTable(double[][] prices, double[][] executions, int[] lastDay, int days) {
        int assets = prices.length;
        this.days = days;
        this.executions = executions;
        this.lastDay = lastDay;
        closes = new double[assets][];
        traded = new boolean[assets][days];
        sums = new double[assets][days + 1];
        firstDay = new int[assets];
        for (int asset = 0; asset < assets; asset++) {
            closes[asset] = prices[asset].clone();
            firstDay[asset] = fill(closes[asset], traded[asset], sums[asset]);
        }
    }

    /**
     * Takes closes; an instrument whose prices end before the last day is delisted after its last one. Orders are executed at closes.
     *
     * @param closes shape {@code [assets][days]}, adjusted for splits and dividends, above 0; not a number for a gap; copied
     * @throws NqbaException if there is no asset or day, the lengths differ, or a price is infinite, 0 or negative
     */
    public static PriceTable of(double[][] closes) {
        int days = check(closes);
        int[] lastDay = new int[closes.length];
        Arrays.setAll(lastDay, asset -> lastPrice(closes[asset]));
        return new PriceTable(closes, closes, lastDay, days);
    }

    /**
     * Takes closes, and opens at which orders are executed; where there is no open, at the close.
     *
     * @param opens shape of {@code closes}, adjusted as they are
     */
    public static PriceTable of(double[][] closes, double[][] opens) {
        int days = check(closes);
        if (check(opens) != days || opens.length != closes.length) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "The opens (%d × %d) and the closes (%d × %d) must have the same shape."
                            .formatted(opens.length, opens[0].length, closes.length, days),
                    "Give one open, or a gap, per close.");
        }
        double[][] executions = new double[closes.length][days];
        int[] lastDay = new int[closes.length];
        for (int asset = 0; asset < closes.length; asset++) {
            for (int day = 0; day < days; day++) {
                executions[asset][day] = Double.isNaN(opens[asset][day]) ? closes[asset][day] : opens[asset][day];
            }
            lastDay[asset] = lastPrice(closes[asset]);
        }
        return new PriceTable(closes, executions, lastDay, days);
    }

    /**
     * Returns the same table with everything after a day replaced, for {@link FutureCheck}.
     *
     * @param day last day that stays as it is
     * @param factor what each later price is multiplied by, by asset and day
     */
    PriceTable scrambledAfter(int day, Factor factor) {
        double[][] changed = new double[closes.length][];
        double[][] executed = new double[closes.length][];
        for (int asset = 0; asset < closes.length; asset++) {
            changed[asset] = new double[days];
            executed[asset] = executions[asset].clone();
            for (int t = 0; t < days; t++) {
                double times = t <= day ? 1 : factor.of(asset, t);
                changed[asset][t] = traded[asset][t] ? closes[asset][t] * times : Double.NaN;
                executed[asset][t] *= times;
            }
        }
        return new PriceTable(changed, executed, lastDay, days);
    }

    /** Returns a number that changes with any price up to a day; O(assets · days). */
    public long fingerprint(int to) {
        long hash = 17;
        for (int asset = 0; asset < closes.length; asset++) {
            for (int day = 0; day <= to; day++) {
                hash = 31 * hash + (traded[asset][day] ? Double.doubleToLongBits(closes[asset][day]) : 1);
            }
        }
        return hash;
    }

    public int assets() {
        return closes.length;
    }

    public int days() {
        return days;
    }

    /** Returns the close, or the one before it where there is none; not a number before the first one. */
    double close(int asset, int day) {
        return closes[asset][day];
    }

    double execution(int asset, int day) {
        return executions[asset][day];
    }

    boolean traded(int asset, int day) {
        return traded[asset][day];
    }

    boolean listed(int asset, int day) {
        return day >= firstDay[asset] && day <= lastDay[asset];
    }

    int firstDay(int asset) {
        return firstDay[asset];
    }

    /** Returns the last day with a price; what is held after it is paid out. */
    int lastDay(int asset) {
        return lastDay[asset];
    }

    /** Returns the mean close of the days {@code from} to {@code to}, both inclusive; not a number when one lies before the listing. */
    double mean(int asset, int from, int to) {
        if (from < firstDay[asset]) {
            return Double.NaN;
        }
        return (sums[asset][to + 1] - sums[asset][from]) / (to - from + 1);
    }

    private static int fill(double[] closes, boolean[] traded, double[] sums) {
        int first = closes.length;
        for (int day = 0; day < closes.length; day++) {
            traded[day] = !Double.isNaN(closes[day]);
            if (traded[day] && first == closes.length) {
                first = day;
            }
            if (!traded[day] && day > 0) {
                closes[day] = closes[day - 1];
            }
            sums[day + 1] = first <= day ? sums[day] + closes[day] : 0;
        }
        return first;
    }

    private static int lastPrice(double[] prices) {
        int day = prices.length - 1;
        while (day >= 0 && Double.isNaN(prices[day])) {
            day--;
        }
        return day;
    }

    private static int check(double[][] prices) {
        if (prices.length == 0 || prices[0].length == 0) {
            throw new NqbaException(
                    ErrorCode.INVALID_DATA,
                    "A table of prices needs an instrument and a day.",
                    "Give at least one of both.");
        }
        int days = prices[0].length;
        for (int asset = 0; asset < prices.length; asset++) {
            if (prices[asset].length != days) {
                throw new NqbaException(
                        ErrorCode.INVALID_DATA,
                        "Asset %d has %d prices, asset 0 has %d.".formatted(asset, prices[asset].length, days),
                        "Give every asset one price, or a gap, per day.");
            }
            for (int day = 0; day < days; day++) {
                double price = prices[asset][day];
                if (!Double.isNaN(price) && !(price > 0 && price < Double.POSITIVE_INFINITY)) {
                    throw new NqbaException(
                            ErrorCode.INVALID_DATA,
                            "The price (%s) of asset %d on day %d must be above 0 and finite."
                                    .formatted(price, asset, day),
                            "Correct the price, or leave it out as a gap.");
                }
            }
        }
        return days;
    }

    /** What a price is multiplied by. */
    @FunctionalInterface
    interface Factor {
        double of(int asset, int day);
    }
}
