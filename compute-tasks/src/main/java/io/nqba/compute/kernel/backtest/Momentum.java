package io.nqba.compute.kernel.backtest;

import java.util.Arrays;

/**
 * Holds what gained most, in equal parts. The latest days are left out of the gain, since they tend to turn back.
 *
 * <p>Source: N. Jegadeesh, S. Titman, "Returns to Buying Winners and Selling Losers", Journal of Finance 48 (1993),
 * doi:10.1111/j.1540-6261.1993.tb04702.x.
 */
final class Momentum implements TradingStrategy {
    private final int lookbackDays;
    private final int skipDays;
    private final double heldShare;
    private final int rebalanceDays;

    Momentum(int lookbackDays, int skipDays, double heldShare, int rebalanceDays) {
        this.lookbackDays = lookbackDays;
        this.skipDays = skipDays;
        this.heldShare = heldShare;
        this.rebalanceDays = rebalanceDays;
    }

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        if (past.elapsed() % rebalanceDays != 0) {
            return false;
        }
        double[] gains = new double[weights.length];
        int known = 0;
        for (int asset = 0; asset < weights.length; asset++) {
            double gain = past.listed(asset) ? past.change(asset, lookbackDays, skipDays) : Double.NaN;
            gains[asset] = Double.isNaN(gain) ? Double.NEGATIVE_INFINITY : gain;
            known += Double.isNaN(gain) ? 0 : 1;
        }
        hold(gains, known == 0 ? 0 : (int) Math.max(1, Math.round(heldShare * known)), weights);
        return true;
    }

    /** The {@code count} greatest gains; of equal ones the first in the order of the universe. */
    private static void hold(double[] gains, int count, double[] weights) {
        Arrays.fill(weights, 0);
        if (count == 0) {
            return;
        }
        double[] sorted = gains.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length - count];
        int left = count;
        for (int asset = 0; asset < weights.length; asset++) {
            if (gains[asset] > least) {
                weights[asset] = 1.0 / count;
                left--;
            }
        }
        for (int asset = 0; asset < weights.length && left > 0; asset++) {
            if (gains[asset] == least) {
                weights[asset] = 1.0 / count;
                left--;
            }
        }
    }
}
