package io.nqba.compute.kernel.backtest;

import org.jspecify.annotations.Nullable;

/** The slow, obvious backtest: one day after the other, prices searched for, costs by bisection. */
final class PlainBacktest {
    private PlainBacktest() {}

    /** @param wanted weights decided on a day; null where nothing was decided */
    static double[] wealth(double[][] prices, double[] @Nullable [] wanted, TradingCosts costs) {
        int assets = prices.length;
        int days = prices[0].length;
        double[] wealth = new double[days];
        double[] shares = new double[assets];
        double[] @Nullable [] open = new double[assets][];
        double cash = 1;
        for (int day = 0; day < days; day++) {
            double debt = cash < 0 ? -cash : 0;
            double shorted = 0;
            for (int j = 0; j < assets; j++) {
                if (day > 0 && gone(prices[j], day)) {
                    double value = shares[j] * last(prices[j], day);
                    cash += value - Math.abs(value) * costs.delistingHaircut();
                    shares[j] = 0;
                }
                shorted += shares[j] < 0 ? -shares[j] * last(prices[j], day - 1) : 0;
            }
            cash += (Math.max(0, cash) * costs.cashRate() - (debt + shorted) * costs.borrowRate())
                    / 252
                    * (day > 0 ? 1 : 0);
            cash = execute(prices, day, shares, open, cash, costs.feeRate() + costs.slippageRate());
            wealth[day] = cash + value(prices, day, shares);
            if (wanted[day] != null) {
                for (int j = 0; j < assets; j++) {
                    open[j] = new double[] {wanted[day][j]};
                }
            }
        }
        return wealth;
    }

    private static double execute(
            double[][] prices, int day, double[] shares, double[] @Nullable [] open, double cash, double rate) {
        double before = cash + value(prices, day, shares);
        double low = 0;
        double high = before;
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            double cost = 0;
            for (int j = 0; j < shares.length; j++) {
                if (open[j] != null && !Double.isNaN(prices[j][day])) {
                    cost += rate * Math.abs(open[j][0] * middle - shares[j] * prices[j][day]);
                }
            }
            if (before - cost > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double left = cash;
        for (int j = 0; j < shares.length; j++) {
            if (open[j] != null && !Double.isNaN(prices[j][day])) {
                double more = open[j][0] * low / prices[j][day] - shares[j];
                left -= more * prices[j][day] + rate * Math.abs(more) * prices[j][day];
                shares[j] += more;
                open[j] = null;
            } else if (gone(prices[j], day) || Double.isNaN(last(prices[j], day))) {
                open[j] = null;
            }
        }
        return left;
    }

    private static double value(double[][] prices, int day, double[] shares) {
        double value = 0;
        for (int j = 0; j < shares.length; j++) {
            value += shares[j] == 0 ? 0 : shares[j] * last(prices[j], day);
        }
        return value;
    }

    private static boolean gone(double[] prices, int day) {
        for (int t = day; t < prices.length; t++) {
            if (!Double.isNaN(prices[t])) {
                return false;
            }
        }
        return true;
    }

    private static double last(double[] prices, int day) {
        for (int t = day; t >= 0; t--) {
            if (!Double.isNaN(prices[t])) {
                return prices[t];
            }
        }
        return Double.NaN;
    }
}
