package io.nqba.model.sales;

/** How many of some closed deals were won, and the share that one may expect of the next. Not safe for threads. */
public final class WinTally {
    /** For an agent's rate beside that of all: as if by so many more deals. */
    public static final double AGENT_PRIOR = 20;

    /** For the rate with a product beside the agent's. */
    public static final double PAIR_PRIOR = 10;

    /** What is assumed of a book without a single closed deal. */
    public static final double UNKNOWN_RATE = 0.1;

    private long won;
    private long total;

    /**
     * Counts closed deals.
     *
     * @param isWon whether they were won
     */
    public void add(boolean isWon, long count) {
        won += isWon ? count : 0;
        total += count;
    }

    /** Returns how many were counted. */
    public long total() {
        return total;
    }

    /** Returns the share that was won, drawn towards {@code rate} as if by {@code prior} more deals. */
    public double smoothed(double prior, double rate) {
        return total + prior == 0 ? rate : (won + prior * rate) / (total + prior);
    }

    /** Returns a digest of the counts. */
    public long digest() {
        return 1_000_003L * won + total;
    }
}
