package io.nqba.model.finance;

import io.nqba.model.error.Require;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a backtest assumes that trading and holding costs. Crosses the grid wire. */
public final class TradingAssumptions {
    private final double feeRate;

    private final double slippageRate;

    private final double delistingHaircut;

    private final double cashRate;

    private final double borrowRate;

    /**
     * @param feeRate share of the traded value that the broker takes
     * @param slippageRate share of the traded value by which the reached price is worse than the quoted one
     * @param delistingHaircut share of the last close that is lost when an instrument is delisted
     * @param cashRate interest on cash, a year; also the hurdle of Sharpe and Sortino ratio
     * @param borrowRate interest on borrowed cash and fee on borrowed shares, a year
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public TradingAssumptions(
            double feeRate, double slippageRate, double delistingHaircut, double cashRate, double borrowRate) {
        this.feeRate = Require.fraction("feeRate", feeRate);
        this.slippageRate = Require.fraction("slippageRate", slippageRate);
        this.delistingHaircut = Require.fraction("delistingHaircut", delistingHaircut);
        this.cashRate = Require.fraction("cashRate", cashRate);
        this.borrowRate = Require.fraction("borrowRate", borrowRate);
    }

    /** Returns share of the traded value that the broker takes. */
    public double feeRate() {
        return feeRate;
    }

    /** Returns share of the traded value by which the reached price is worse than the quoted one. */
    public double slippageRate() {
        return slippageRate;
    }

    /** Returns share of the last close that is lost when an instrument is delisted. */
    public double delistingHaircut() {
        return delistingHaircut;
    }

    /** Returns interest on cash, a year; also the hurdle of Sharpe and Sortino ratio. */
    public double cashRate() {
        return cashRate;
    }

    /** Returns interest on borrowed cash and fee on borrowed shares, a year. */
    public double borrowRate() {
        return borrowRate;
    }

    /** Returns what a careful investor assumes of large shares: 0.1 % fee, 0.05 % slippage, 2 % on cash, 5 % on debt, half lost at the end. */
    public static TradingAssumptions usual() {
        return new TradingAssumptions(0.001, 0.0005, 0.5, 0.02, 0.05);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TradingAssumptions that
                && Double.compare(feeRate, that.feeRate) == 0
                && Double.compare(slippageRate, that.slippageRate) == 0
                && Double.compare(delistingHaircut, that.delistingHaircut) == 0
                && Double.compare(cashRate, that.cashRate) == 0
                && Double.compare(borrowRate, that.borrowRate) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(feeRate, slippageRate, delistingHaircut, cashRate, borrowRate);
    }

    @Override
    public String toString() {
        return "TradingAssumptions[%s, %s, %s]".formatted(feeRate, slippageRate, delistingHaircut);
    }
}
