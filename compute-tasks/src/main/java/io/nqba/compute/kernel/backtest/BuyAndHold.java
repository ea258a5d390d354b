package io.nqba.compute.kernel.backtest;

/** Buys everything that is listed on the first day, in equal parts, and keeps it. */
final class BuyAndHold implements TradingStrategy {
    @Override
    public boolean decide(PastPrices past, double[] weights) {
        if (past.elapsed() > 0) {
            return false;
        }
        double part = 1.0 / Math.max(1, past.listed());
        for (int asset = 0; asset < weights.length; asset++) {
            weights[asset] = past.listed(asset) ? part : 0;
        }
        return true;
    }
}
