package io.nqba.compute.kernel.assignment;

import java.util.Arrays;

/**
 * Prices of the agents' hours as work sees them. Spread, each piece of work sees every agent's price less a discount of its own, drawn
 * from its key and its class. Agents who are nearly alike then share work at equal prices, where a single price would send all of it to
 * one of them: how much an agent is asked for changes gently with the prices, so that they can be balanced, and work goes to agents
 * that are worse than its best by no more than about the spread. Immutable. Crosses the grid wire.
 */
public final class OfferedPrices {
    /** Draws of discounts: few enough that agents can be ordered once for each. */
    static final int DRAWS = 16;

    private final double[] price;
    private final double spread;

    /**
     * @param price money per hour, shape {@code [agents]}
     * @param spread mean of the discounts, money per hour; 0 for none
     */
    public OfferedPrices(double[] price, double spread) {
        this.price = price.clone();
        this.spread = spread;
    }

    /** Returns prices that all work sees alike. */
    public static OfferedPrices alike(double[] price) {
        return new OfferedPrices(price, 0);
    }

    public int agents() {
        return price.length;
    }

    /** Returns the prices before discounts, money per hour. */
    public double[] price() {
        return price.clone();
    }

    int draws() {
        return spread > 0 ? DRAWS : 1;
    }

    /** Returns the draw that a piece of work sees. */
    int draw(long key) {
        return spread > 0 ? (int) (mixed(key) >>> 32) & (DRAWS - 1) : 0;
    }

    /** Returns what an hour of an agent costs work of a class that sees a draw, money. */
    double drawn(int agent, int workClass, int draw) {
        if (spread == 0) {
            return price[agent];
        }
        long state = mixed(((long) workClass * DRAWS + draw) << 20 | agent);
        // An exponential discount keeps its spread among the best of many, where an even one would leave hardly any.
        return price[agent] + spread * StrictMath.log(((state >>> 11) + 0.5) * 0x1p-53);
    }

    boolean sameAs(OfferedPrices other) {
        return spread == other.spread && Arrays.equals(price, other.price);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). */
    private static long mixed(long state) {
        long next = state + 0x9E3779B97F4A7C15L;
        next = (next ^ (next >>> 30)) * 0xBF58476D1CE4E5B9L;
        next = (next ^ (next >>> 27)) * 0x94D049BB133111EBL;
        return next ^ (next >>> 31);
    }
}
