package io.nqba.compute.kernel.backtest;

/** All listed instruments in equal parts, put right once a month: what every strategy is compared with. */
public final class EqualWeight implements TradingStrategy {
    private static final int REBALANCE_DAYS = 21;

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        if (past.elapsed() % REBALANCE_DAYS != 0) {
            return false;
        }
        double part = 1.0 / Math.max(1, past.listed());
        for (int asset = 0; asset < weights.length; asset++) {
            weights[asset] = past.listed(asset) ? part : 0;
        }
        return true;
    }
}
