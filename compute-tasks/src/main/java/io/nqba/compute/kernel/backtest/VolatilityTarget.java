package io.nqba.compute.kernel.backtest;

import java.util.Arrays;

/** Holds all instruments in equal parts, as much of them as would have had the aimed-at volatility over the last days. */
final class VolatilityTarget implements TradingStrategy {
    private final double targetVolatility;
    private final int windowDays;
    private final double mostLeverage;
    private final int rebalanceDays;

    VolatilityTarget(double targetVolatility, int windowDays, double mostLeverage, int rebalanceDays) {
        this.targetVolatility = targetVolatility;
        this.windowDays = windowDays;
        this.mostLeverage = mostLeverage;
        this.rebalanceDays = rebalanceDays;
    }

    @Override
    public boolean decide(PastPrices past, double[] weights) {
        if (past.elapsed() % rebalanceDays != 0) {
            return false;
        }
        Arrays.fill(weights, 0);
        int listed = past.listed();
        double volatility = basketVolatility(past);
        if (listed == 0 || Double.isNaN(volatility)) {
            return true;
        }
        double invested = Math.min(mostLeverage, targetVolatility / Math.max(1e-9, volatility));
        for (int asset = 0; asset < weights.length; asset++) {
            weights[asset] = past.listed(asset) ? invested / listed : 0;
        }
        return true;
    }

    /** Volatility a year of the equally weighted listed instruments; not a number without enough days. */
    private double basketVolatility(PastPrices past) {
        if (past.reach() < windowDays) {
            return Double.NaN;
        }
        double sum = 0;
        double squares = 0;
        for (int ago = 0; ago < windowDays; ago++) {
            double move = basketReturn(past, ago);
            sum += move;
            squares += move * move;
        }
        double variance = (squares - sum * sum / windowDays) / (windowDays - 1);
        return Math.sqrt(Math.max(0, variance) * Performance.DAYS_A_YEAR);
    }

    private static double basketReturn(PastPrices past, int ago) {
        double sum = 0;
        int count = 0;
        for (int asset = 0; asset < past.assets(); asset++) {
            double change = past.listed(asset) ? past.change(asset, ago + 1, ago) : Double.NaN;
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
