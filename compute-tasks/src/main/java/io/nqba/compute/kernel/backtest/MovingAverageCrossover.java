package io.nqba.compute.kernel.backtest;

/**
 * Trend following: an instrument is held while its fast average stands above its slow one. Each listed instrument has the same part
 * of the wealth; the part of one that is not held stays in cash.
 */
final class MovingAverageCrossover implements TradingStrategy {
    private final int shortDays;
    private final int longDays;

    MovingAverageCrossover(int shortDays, int longDays) {
        this.shortDays = shortDays;
        this.longDays = longDays;
    }

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        double part = 1.0 / Math.max(1, past.listed());
        boolean changed = false;
        for (int asset = 0; asset < weights.length; asset++) {
            boolean holds = past.listed(asset) && above(past, asset);
            changed |= holds != weights[asset] > 0;
            weights[asset] = holds ? part : 0;
        }
        return changed;
    }

    /** Rounding alone does not put one average above the other. */
    private boolean above(PastPrices past, int asset) {
        return past.average(asset, shortDays) > past.average(asset, longDays) * (1 + 1e-12);
    }
}
