package io.nqba.compute.kernel.backtest;

import java.util.Arrays;

/** The cash and the shares of one backtest, and what its trades cost. Wealth starts at 1. Not thread-safe. */
final class Account {
    /** Costs shrink what can be bought, which shrinks the costs: each pass leaves the error times the cost rate. */
    private static final int COST_PASSES = 12;

    private final PriceTable table;
    private final TradingCosts costs;
    private final double[] shares;
    private final double[] flow;
    private double cash = 1;
    private double tradedValue;
    private double fees;
    private double slippage;
    private double financing;
    private double delistingLoss;
    private int positions;
    private int winners;
    private int trades;

    Account(PriceTable table, TradingCosts costs) {
        this.table = table;
        this.costs = costs;
        this.shares = new double[table.assets()];
        this.flow = new double[table.assets()];
    }

    /** Books a night's interest, and pays out what is no longer listed on {@code day}. */
    void open(int day) {
        double borrowed = Math.max(0, -cash);
        double shorted = 0;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0 && day > table.lastDay(asset)) {
                payOut(asset);
            }
            shorted += shares[asset] < 0 ? -shares[asset] * table.close(asset, day - 1) : 0;
        }
        double interest = (borrowed + shorted) * costs.borrowRate() / Performance.DAYS_A_YEAR;
        financing += interest;
        cash += Math.max(0, cash) * costs.cashRate() / Performance.DAYS_A_YEAR - interest;
    }

    private void payOut(int asset) {
        double value = shares[asset] * table.close(asset, table.lastDay(asset));
        double loss = Math.abs(value) * costs.delistingHaircut();
        delistingLoss += loss;
        cash += value - loss;
        flow[asset] += value - loss;
        shares[asset] = 0;
        settle(asset);
    }

    /**
     * Trades towards weights at the prices of a day.
     *
     * @param weights wanted share of the wealth
     * @param pending which assets are still to be traded; cleared where it is done, kept where nothing could be traded
     * @return whether something is left to be traded
     */
    boolean trade(int day, double[] weights, boolean[] pending) {
        double wealth = wealthAtExecution(day);
        if (wealth <= 0) {
            return true;
        }
        double after = wealth;
        for (int pass = 0; pass < COST_PASSES; pass++) {
            double next = wealth - costs.tradeRate() * turnover(day, weights, pending, after);
            boolean settled = next == after;
            after = next;
            if (settled) {
                break;
            }
        }
        boolean waiting = false;
        for (int asset = 0; asset < shares.length; asset++) {
            if (pending[asset] && table.traded(asset, day)) {
                pending[asset] = false;
                buy(asset, weights[asset] * after / table.execution(asset, day), table.execution(asset, day));
            }
            // What has left the exchange, or has not come yet, is not waited for.
            pending[asset] &= table.listed(asset, day);
            waiting |= pending[asset];
        }
        return waiting;
    }

    private double turnover(int day, double[] weights, boolean[] pending, double wealth) {
        double sum = 0;
        for (int asset = 0; asset < shares.length; asset++) {
            if (pending[asset] && table.traded(asset, day)) {
                sum += Math.abs(weights[asset] * wealth - shares[asset] * table.execution(asset, day));
            }
        }
        return sum;
    }

    private double wealthAtExecution(int day) {
        double wealth = cash;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0) {
                wealth += shares[asset]
                        * (table.traded(asset, day) ? table.execution(asset, day) : table.close(asset, day));
            }
        }
        return wealth;
    }

    private void buy(int asset, double wanted, double price) {
        double more = wanted - shares[asset];
        if (more == 0) {
            return;
        }
        double value = Math.abs(more) * price;
        double cost = value * costs.tradeRate();
        boolean closes = shares[asset] != 0 && wanted * shares[asset] <= 0;
        if (closes) {
            // What is beyond zero opens a new position on the other side; its costs belong to the old one, which made
            // them.
            flow[asset] += shares[asset] * price - cost;
            shares[asset] = 0;
            settle(asset);
            flow[asset] = -wanted * price;
        } else {
            flow[asset] -= more * price + cost;
        }
        shares[asset] = wanted;
        cash -= more * price + cost;
        tradedValue += value;
        fees += value * costs.feeRate();
        slippage += value * costs.slippageRate();
        trades++;
    }

    private void settle(int asset) {
        positions++;
        winners += flow[asset] > 0 ? 1 : 0;
        flow[asset] = 0;
    }

    double wealth(int day) {
        double wealth = cash;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0) {
                wealth += shares[asset] * table.close(asset, day);
            }
        }
        return wealth;
    }

    /** Returns the invested value, long and short added. */
    double invested(int day) {
        double invested = 0;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0) {
                invested += Math.abs(shares[asset]) * table.close(asset, day);
            }
        }
        return invested;
    }

    /** Gives everything up: a wealth that has fallen to nothing stays there. */
    void ruin() {
        Arrays.fill(shares, 0);
        cash = 0;
    }

    /**
     * Sums up.
     *
     * @param day last day, at whose closes open positions count
     * @param wealthSum sum of the wealth over all days
     * @param exposureSum sum of invested value per wealth over all days
     */
    Trading trading(int day, int days, double wealthSum, double exposureSum) {
        int all = positions;
        int won = winners;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0) {
                all++;
                won += flow[asset] + shares[asset] * table.close(asset, day) > 0 ? 1 : 0;
            }
        }
        double years = Math.max(1, days - 1) / Performance.DAYS_A_YEAR;
        double meanWealth = wealthSum / days;
        return new Trading(
                meanWealth > 0 ? tradedValue / 2 / meanWealth / years : 0,
                all == 0 ? Double.NaN : (double) won / all,
                all,
                trades,
                fees,
                slippage,
                financing,
                delistingLoss,
                exposureSum / days);
    }
}
