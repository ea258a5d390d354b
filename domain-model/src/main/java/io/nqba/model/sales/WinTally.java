package io.nqba.model.sales;

/** How many of some closed deals or leads were won, and the share that one may expect of the next. Not safe for threads. */
public final class WinTally {
    /** For an agent's rate beside that of all: as if by so many more deals. */
    public static final double AGENT_PRIOR = 20;

    /** For the rate with a product beside the agent's. */
    public static final double PAIR_PRIOR = 10;

    /** What is assumed where nothing is closed: one of ten. */
    public static final double UNKNOWN_RATE = 0.1;

    /**
     * How firmly that is assumed: as if by so many more, hence before anything is seen the share has a beta distribution of 1 and 9. One
     * loss in a fresh book makes it 9 %, not 0, and after a thousand closed it is off by less than a point.
     */
    public static final double BASE_PRIOR = 10;

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

    /** Returns the share to expect of the next, drawn towards what is assumed where nothing is known. */
    public double expected() {
        return smoothed(BASE_PRIOR, UNKNOWN_RATE);
    }

    /** Returns the share that was won as it was seen, but what is to be expected while all or none were won: few tell that much. */
    public double seen() {
        return won == 0 || won == total ? expected() : (double) won / total;
    }

    /** Returns a digest of the counts. */
    public long digest() {
        return 1_000_003L * won + total;
    }
}
