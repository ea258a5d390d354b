package io.nqba.bench;

/**
 * The moving-average crossover as somebody would write it for just this strategy: one loop over the days with running sums, no
 * delisting, no gaps after the first price. What a general engine is measured beside.
 */
final class PlainCrossover {
    private static final int PASSES = 12;

    private PlainCrossover() {}

    /** Returns what one unit of money has become on the last day. */
    static double wealth(double[][] closes, int start, int shortDays, int longDays, double costRate, double cashRate) {
        int assets = closes.length;
        int days = closes[0].length;
        double[] shortSum = new double[assets];
        double[] longSum = new double[assets];
        int[] known = new int[assets];
        boolean[] holds = new boolean[assets];
        double[] shares = new double[assets];
        boolean trade = false;
        double part = 0;
        double cash = 1;
        for (int t = 0; t < days; t++) {
            if (t > start) {
                cash += Math.max(0, cash) * cashRate / 252;
                if (trade) {
                    cash = trade(closes, t, holds, part, shares, cash, costRate);
                }
            }
            int listed = 0;
            boolean changed = false;
            for (int j = 0; j < assets; j++) {
                double price = closes[j][t];
                if (Double.isNaN(price)) {
                    continue;
                }
                listed++;
                known[j]++;
                shortSum[j] += price - (known[j] > shortDays ? closes[j][t - shortDays] : 0);
                longSum[j] += price - (known[j] > longDays ? closes[j][t - longDays] : 0);
                boolean above = known[j] >= longDays && shortSum[j] / shortDays > longSum[j] / longDays * (1 + 1e-12);
                if (t >= start) {
                    changed |= above != holds[j];
                    holds[j] = above;
                }
            }
            trade = changed;
            part = 1.0 / Math.max(1, listed);
        }
        return cash + value(closes, days - 1, shares);
    }

    private static double trade(
            double[][] closes, int t, boolean[] holds, double part, double[] shares, double cash, double costRate) {
        double before = cash + value(closes, t, shares);
        double after = before;
        for (int pass = 0; pass < PASSES; pass++) {
            double traded = 0;
            for (int j = 0; j < shares.length; j++) {
                if (!Double.isNaN(closes[j][t])) {
                    traded += Math.abs((holds[j] ? part * after : 0) - shares[j] * closes[j][t]);
                }
            }
            after = before - costRate * traded;
        }
        double left = cash;
        for (int j = 0; j < shares.length; j++) {
            if (!Double.isNaN(closes[j][t])) {
                double wanted = holds[j] ? part * after / closes[j][t] : 0;
                double value = (wanted - shares[j]) * closes[j][t];
                left -= value + costRate * Math.abs(value);
                shares[j] = wanted;
            }
        }
        return left;
    }

    private static double value(double[][] closes, int t, double[] shares) {
        double value = 0;
        for (int j = 0; j < shares.length; j++) {
            value += shares[j] == 0 ? 0 : shares[j] * closes[j][t];
        }
        return value;
    }
}
