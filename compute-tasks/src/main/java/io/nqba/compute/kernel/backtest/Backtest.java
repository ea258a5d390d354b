package io.nqba.compute.kernel.backtest;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import java.util.Arrays;

/**
 * A strategy played over past prices, day by day: after the close of a day it decides with what was known then, on the next day the
 * decision is executed, with fees and slippage. What cannot be traded on that day is traded on the first day on which it can.
 * Immutable.
 */
public final class Backtest {
    private final double[] wealth;
    private final Trading trading;

    private Backtest(double[] wealth, Trading trading) {
        this.wealth = wealth;
        this.trading = trading;
    }

    /**
     * Plays a strategy. Costs O(days · assets) beside what the strategy itself computes; the same input gives the same bits.
     *
     * @param from first day, on whose close the first decision is made; the days before it can be seen
     * @param to last day, inclusive
     * @throws NqbaException if the days are not at least three of the table
     */
    public static Backtest run(PriceTable table, TradingStrategy strategy, TradingCosts costs, int from, int to) {
        check(table, from, to);
        return play(table, strategy, costs, from, to, Journal.NONE);
    }

    static Backtest play(
            PriceTable table, TradingStrategy strategy, TradingCosts costs, int from, int to, Journal journal) {
        int days = to - from + 1;
        var account = new Account(table, costs);
        var past = new PastPrices(table, from);
        double[] weights = new double[table.assets()];
        boolean[] pending = new boolean[table.assets()];
        double[] wealth = new double[days];
        double wealthSum = 0;
        double exposureSum = 0;
        boolean ruined = false;
        boolean waiting = false;
        for (int day = from; day <= to; day++) {
            if (day > from && !ruined) {
                account.open(day);
                waiting = waiting && account.trade(day, weights, pending);
            }
            double now = account.wealth(day);
            if (now <= 0 && !ruined) {
                account.ruin();
                ruined = true;
                now = 0;
            }
            wealth[day - from] = now;
            wealthSum += now;
            exposureSum += now > 0 ? account.invested(day) / now : 0;
            past.moveTo(day);
            if (!ruined) {
                boolean trades = strategy.decide(past, weights);
                journal.note(day, trades, weights);
                if (trades) {
                    Arrays.fill(pending, true);
                    waiting = true;
                }
            }
        }
        return new Backtest(wealth, account.trading(to, days, wealthSum, exposureSum));
    }

    /**
     * Lets a strategy decide day by day without trading.
     *
     * @return what it wants to hold after the last day, shape {@code [assets]}
     */
    public static double[] lastDecision(PriceTable table, TradingStrategy strategy, int from, int to) {
        check(table, from, to);
        var past = new PastPrices(table, from);
        double[] weights = new double[table.assets()];
        for (int day = from; day <= to; day++) {
            past.moveTo(day);
            strategy.decide(past, weights);
        }
        return weights;
    }

    /** Returns the wealth by day, 1 on the first, after the close; one that falls to 0 stays there. */
    public double[] wealth() {
        return wealth.clone();
    }

    /** Returns what was traded. */
    public Trading trading() {
        return trading;
    }

    /** Measures a stretch of it; days count from its first. */
    public Performance performance(int from, int to, double hurdleRate) {
        return Performance.of(wealth, from, to, hurdleRate);
    }

    /** Measures all of it. */
    public Performance performance(double hurdleRate) {
        return Performance.of(wealth, 0, wealth.length - 1, hurdleRate);
    }

    private static void check(PriceTable table, int from, int to) {
        if (from < 0 || to >= table.days() || to - from < 2) {
            throw new NqbaException(
                    ErrorCode.INVALID_REQUEST,
                    "A backtest from day %d to %d needs at least 3 days within the %d there are."
                            .formatted(from, to, table.days()),
                    "Choose a longer period, or load more prices.");
        }
    }

    /** Hears every decision. */
    @FunctionalInterface
    interface Journal {
        Journal NONE = (day, trades, weights) -> {};

        void note(int day, boolean trades, double[] weights);
    }
}
