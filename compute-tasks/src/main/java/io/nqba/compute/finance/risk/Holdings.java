package io.nqba.compute.finance.risk;

import java.util.List;

/**
 * What a book or portfolio holds, as a limit sees it. Immutable: a trade gives another one. Arrays are shared and not changed.
 *
 * @param assets instruments of the universe, in its order
 * @param shares held of each, below 0 when short, shape {@code [assets]}
 * @param cash money not invested
 * @param profits profit of these shares on each day of the estimation window, money; empty where no limit asks for tail losses
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Holdings(List<Asset> assets, double[] shares, double cash, double[] profits) {

    /**
     * What a limit needs to know of an instrument.
     *
     * @param price of one share; not a number where it never had one
     * @param dailyShares shares traded on a usual day; 0 where it is not known
     */
    record Asset(String instrumentId, String sector, String issuer, double price, double dailyShares) {}

    /** Returns the market value of a position; 0 without a price. */
    double value(int asset) {
        double price = assets.get(asset).price();
        return shares[asset] == 0 || Double.isNaN(price) ? 0 : shares[asset] * price;
    }

    double netValue() {
        double sum = cash;
        for (int j = 0; j < shares.length; j++) {
            sum += value(j);
        }
        return sum;
    }

    double grossValue() {
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            sum += Math.abs(value(j));
        }
        return sum;
    }

    /**
     * Returns the holdings after a trade at the last price.
     *
     * @param more shares bought, below 0 when sold
     * @param returns of the instrument on each day of the window, a gap as 0; empty where there are no profits
     */
    Holdings after(int asset, double more, double[] returns) {
        double[] newShares = shares.clone();
        newShares[asset] += more;
        double value = more * assets.get(asset).price();
        double[] newProfits = profits.clone();
        for (int t = 0; t < newProfits.length; t++) {
            newProfits[t] += value * returns[t];
        }
        return new Holdings(assets, newShares, cash - value, newProfits);
    }
}
