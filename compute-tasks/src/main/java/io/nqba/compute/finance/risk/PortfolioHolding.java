package io.nqba.compute.finance.risk;

/**
 * What one portfolio of a book holds, by places in the universe. Crosses the grid wire.
 */
final class PortfolioHolding {
    private final String portfolioId;
    private final String name;
    private final double cash;
    private final int[] places;
    private final double[] shares;
    private final double gross;

    /**
     * @param portfolioId whose
     * @param name what people call it
     * @param cash money
     * @param places of the instruments held, ascending
     * @param shares of each of them
     * @param gross money in them without sign, added up in the order of the places
     */
    PortfolioHolding(String portfolioId, String name, double cash, int[] places, double[] shares, double gross) {
        this.portfolioId = portfolioId;
        this.name = name;
        this.cash = cash;
        this.places = places;
        this.shares = shares;
        this.gross = gross;
    }

    String portfolioId() {
        return portfolioId;
    }

    String name() {
        return name;
    }

    double cash() {
        return cash;
    }

    double gross() {
        return gross;
    }

    int size() {
        return places.length;
    }

    int place(int index) {
        return places[index];
    }

    double shares(int index) {
        return shares[index];
    }

    /** Returns the shares of every instrument, shape {@code [instruments]}. */
    double[] spread(int instruments) {
        double[] all = new double[instruments];
        for (int k = 0; k < places.length; k++) {
            all[places[k]] = shares[k];
        }
        return all;
    }
}
