package io.nqba.compute.finance.risk;

import io.nqba.compute.kernel.coordination.ExactSums;

/**
 * Shares per instrument over some portfolios: held, to be bought and to be sold by open orders; and their cash. Neither order nor
 * grouping changes a bit of it. Mutable, one thread; crosses the grid wire.
 */
final class ExposureSums {
    private final int instruments;
    private final ExactSums sums;
    private long portfolios;
    private long positions;
    private long strangers;

    ExposureSums(int instruments) {
        this.instruments = instruments;
        sums = new ExactSums(3 * instruments + 1);
    }

    void addPortfolio(double cash) {
        sums.add(3 * instruments, cash);
        portfolios++;
    }

    /** Adds a position. */
    void addPosition(int instrument, double shares) {
        sums.add(instrument, shares);
        positions++;
    }

    /** Counts a position in something that the universe does not price. */
    void addStranger() {
        strangers++;
    }

    void addOpenOrder(int instrument, int sign, double shares) {
        sums.add((sign > 0 ? 1 : 2) * instruments + instrument, shares);
    }

    void merge(ExposureSums other) {
        sums.add(other.sums);
        portfolios += other.portfolios;
        positions += other.positions;
        strangers += other.strangers;
    }

    long portfolios() {
        return portfolios;
    }

    long positions() {
        return positions;
    }

    long strangers() {
        return strangers;
    }

    double cash() {
        return sums.toArray()[3 * instruments];
    }

    /** Returns the shares held, shape {@code [instruments]}. */
    double[] held() {
        return java.util.Arrays.copyOf(sums.toArray(), instruments);
    }

    /**
     * Returns the shares that open orders may lead to, whichever way is larger: open orders count where they add to a position, and do
     * not excuse it where they would reduce it, for nobody knows when they trade.
     */
    double[] heldAtWorst() {
        double[] all = sums.toArray();
        double[] worst = new double[instruments];
        for (int j = 0; j < instruments; j++) {
            double up = all[j] + all[instruments + j];
            double down = all[j] - all[2 * instruments + j];
            worst[j] = Math.abs(down) > Math.abs(up) ? down : up;
        }
        return worst;
    }
}
