package io.nqba.compute.kernel.assignment;

/**
 * What one item would do at given prices: its best agent, or nobody, and the runner-up. Reused by loops; not thread-safe.
 */
public final class Choice {
    private int best;
    private int second;
    private double bestUtility;
    private double secondUtility;

    void reset() {
        best = WorkItems.NOBODY;
        bestUtility = 0;
        second = WorkItems.NOBODY;
        secondUtility = Double.NEGATIVE_INFINITY;
    }

    /** Offers an agent; ties go to the lower number. */
    void offer(int agent, double utility) {
        if (utility > bestUtility || (utility == bestUtility && agent < best)) {
            second = best;
            secondUtility = bestUtility;
            best = agent;
            bestUtility = utility;
        } else if (utility > secondUtility) {
            second = agent;
            secondUtility = utility;
        }
    }

    /** Returns the agent that pays most, or {@link WorkItems#NOBODY}. */
    public int best() {
        return best;
    }

    /** Returns the next best agent, or {@link WorkItems#NOBODY}. */
    public int second() {
        return second;
    }

    /** Returns worth less the price of the hours with the best, money; 0 with nobody. */
    public double bestUtility() {
        return bestUtility;
    }

    /** Returns the same for the runner-up; minus infinity when there is none. */
    public double secondUtility() {
        return secondUtility;
    }

    /** Returns by how much per hour the best is ahead. */
    double margin(double hours) {
        return (bestUtility - secondUtility) / hours;
    }

    /** Returns how far per hour the best agent is from nobody, either way. */
    double edge(double hours) {
        return (best >= 0 ? bestUtility : -secondUtility) / hours;
    }

    /** Returns the best agent, whether it pays or not. */
    int anybody() {
        return best >= 0 ? best : second;
    }
}
