package io.nqba.compute.kernel.backtest;

/**
 * Buys an instrument whose close lies far below its moving average, measured in its own standard deviations, and sells it when the
 * close has come back. Each listed instrument has the same part of the wealth.
 */
final class MeanReversion implements TradingStrategy {
    private final int windowDays;
    private final double entryDeviations;
    private final double exitDeviations;

    MeanReversion(int windowDays, double entryDeviations, double exitDeviations) {
        this.windowDays = windowDays;
        this.entryDeviations = entryDeviations;
        this.exitDeviations = exitDeviations;
    }

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        double part = 1.0 / Math.max(1, past.listed());
        boolean changed = false;
        for (int asset = 0; asset < weights.length; asset++) {
            boolean held = weights[asset] > 0;
            boolean holds = past.listed(asset) && holds(past, asset, held);
            changed |= holds != held;
            weights[asset] = holds ? part : 0;
        }
        return changed;
    }

    private boolean holds(PastPrices past, int asset, boolean held) {
        double off = past.close(asset, 0) - past.average(asset, windowDays);
        double deviation = past.deviation(asset, windowDays);
        return deviation > 0 && off < -(held ? exitDeviations : entryDeviations) * deviation;
    }
}
