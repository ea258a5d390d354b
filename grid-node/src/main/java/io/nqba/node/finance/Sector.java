package io.nqba.node.finance;

import java.util.List;

/** Lines of business of generated companies, with how much they move with the market and on their own. */
enum Sector {
    ENERGY("Energy", "Energy", 1.05, 0.0095),
    INDUSTRIALS("Industrials", "Works", 1.05, 0.0050),
    HEALTH_CARE("Health care", "Health", 0.75, 0.0055),
    SOFTWARE("Software", "Software", 1.20, 0.0070),
    SEMICONDUCTORS("Semiconductors", "Devices", 1.40, 0.0095),
    BANKS("Banks", "Bank", 1.15, 0.0070),
    UTILITIES("Utilities", "Power", 0.50, 0.0050),
    CONSUMER_STAPLES("Consumer staples", "Foods", 0.60, 0.0040);

    private static final List<Sector> ALL = List.of(values());

    private final String label;
    private final String suffix;
    private final double beta;
    private final double dailyVolatility;

    Sector(String label, String suffix, double beta, double dailyVolatility) {
        this.label = label;
        this.suffix = suffix;
        this.beta = beta;
        this.dailyVolatility = dailyVolatility;
    }

    /** Returns the sector of a company by its place in the market: all take turns. */
    static Sector at(int index) {
        return ALL.get(index % ALL.size());
    }

    String label() {
        return label;
    }

    /** Returns what the names of its companies end in. */
    String suffix() {
        return suffix;
    }

    /** Returns its usual change when the market changes by one. */
    double beta() {
        return beta;
    }

    /** Returns the standard deviation of what all its companies share beside the market, per day in quiet times. */
    double dailyVolatility() {
        return dailyVolatility;
    }
}
