package io.nqba.compute.kernel.backtest;

import io.nqba.model.error.Require;

/**
 * What trading and holding costs.
 *
 * @param feeRate share of the traded value that the broker takes
 * @param slippageRate share of the traded value by which the reached price is worse than the quoted one
 * @param delistingHaircut share of the last close that is lost when an instrument is delisted
 * @param cashRate interest on cash, a year; also the hurdle of Sharpe and Sortino ratio
 * @param borrowRate interest on borrowed cash and fee on borrowed shares, a year
 */
public record TradingCosts(
        double feeRate, double slippageRate, double delistingHaircut, double cashRate, double borrowRate) {
    /** Nothing costs anything. */
    public static final TradingCosts NONE = new TradingCosts(0, 0, 0, 0, 0);

    public TradingCosts {
        Require.fraction("feeRate", feeRate);
        Require.fraction("slippageRate", slippageRate);
        Require.fraction("delistingHaircut", delistingHaircut);
        Require.fraction("cashRate", cashRate);
        Require.fraction("borrowRate", borrowRate);
    }

    /** Returns what a traded value costs, relative. */
    double tradeRate() {
        return feeRate + slippageRate;
    }
}
